package main

import (
	"fmt"
	"image/color"
	"os"
	"path/filepath"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// Of a generated module's packages, so many use the SDK.
const generatedPackages = 500

var generatedStytch = []int{5, 50, 500}

// growth measures generated modules and draws what it finds.
func growth(k *kit, tools []tool, rounds int, picture string) error {
	lines := make([]plotter.XYs, len(tools))
	for _, stytch := range generatedStytch {
		dir := filepath.Join(k.dir, fmt.Sprint("generated", stytch))
		if err := generate(dir, generatedPackages, stytch); err != nil {
			return err
		}
		if err := compile(dir); err != nil {
			return err
		}
		results, err := compare(tools, dir, rounds)
		if err != nil {
			return err
		}
		table(fmt.Sprintf("A generated module of %d packages, %d with Stytch", generatedPackages, stytch), results)
		for i, r := range results {
			lines[i] = append(lines[i], plotter.XY{X: float64(stytch), Y: r.cold.cpu().median})
		}
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
	}
	if picture == "" {
		return nil
	}
	return draw(tools, lines, picture)
}

func draw(tools []tool, lines []plotter.XYs, picture string) error {
	p := plot.New()
	p.Title.Text = fmt.Sprintf("CPU time of a cold run on %d packages", generatedPackages)
	p.X.Label.Text = "packages that use Stytch"
	p.Y.Label.Text = "seconds"
	p.Y.Min = 0
	p.Legend.Top, p.Legend.Left = true, true
	colors := []color.Color{color.Gray{0x80}, color.RGBA{0x1b, 0x6c, 0xa8, 0xff}, color.RGBA{0xc4, 0x4e, 0x1f, 0xff}}
	for i, t := range tools {
		line, points, err := plotter.NewLinePoints(lines[i])
		if err != nil {
			return err
		}
		line.Color, points.Color = colors[i%len(colors)], colors[i%len(colors)]
		line.Width = vg.Points(1.5)
		p.Add(line, points)
		p.Legend.Add(t.name, line, points)
	}
	top := 0.0
	for _, l := range lines {
		for _, xy := range l {
			top = max(top, xy.Y)
		}
	}
	p.Y.Max = top * 1.25
	return p.Save(16*vg.Centimeter, 10*vg.Centimeter, picture)
}
