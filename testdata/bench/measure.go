package main

import (
	"fmt"
	"os/exec"
	"slices"
	"syscall"
	"time"
)

// A sample is what one run took.
type sample struct {
	wall, cpu time.Duration
	rss       int64 // of the largest process, in bytes
}

// run runs a command in a directory. What it finds does not matter.
func run(cmd *exec.Cmd, dir string) (sample, error) {
	cmd.Dir = dir
	start := time.Now()
	err := cmd.Run()
	s := sample{wall: time.Since(start)}
	if cmd.ProcessState == nil {
		return s, err
	}
	s.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		s.rss = usage.Maxrss * 1024
	}
	if code := cmd.ProcessState.ExitCode(); code > 3 || code < 0 {
		return s, fmt.Errorf("%v: %w", cmd, err)
	}
	return s, nil
}

// A series is what the runs of one tool took.
type series []sample

// A stat is a median with the smallest and the largest value.
type stat struct{ median, low, high float64 }

// of returns the stat of what f takes from each sample.
func (s series) of(f func(sample) float64) stat {
	values := make([]float64, 0, len(s))
	for _, one := range s {
		values = append(values, f(one))
	}
	slices.Sort(values)
	if len(values) == 0 {
		return stat{}
	}
	median := values[len(values)/2]
	if len(values)%2 == 0 {
		median = (values[len(values)/2-1] + median) / 2
	}
	return stat{median, values[0], values[len(values)-1]}
}

func (s series) cpu() stat  { return s.of(func(x sample) float64 { return x.cpu.Seconds() }) }
func (s series) wall() stat { return s.of(func(x sample) float64 { return x.wall.Seconds() }) }
func (s series) rss() stat  { return s.of(func(x sample) float64 { return float64(x.rss) / (1 << 20) }) }

func (s stat) String() string { return fmt.Sprintf("%.2f (%.2f to %.2f)", s.median, s.low, s.high) }

// A result is what the runs of one tool took, by the state of its caches.
type result struct {
	tool       tool
	cold, warm series
}

// compare runs the tools on a module, one after the other, several times.
func compare(tools []tool, dir string, rounds int) ([]result, error) {
	results := make([]result, len(tools))
	for i, t := range tools {
		results[i].tool = t
	}
	for range rounds {
		for i := range results {
			r := &results[i]
			for _, cold := range []bool{true, false} {
				cmd, err := r.tool.command(cold)
				if err != nil {
					return nil, err
				}
				s, err := run(cmd, dir)
				if err != nil {
					return nil, err
				}
				if cold {
					r.cold = append(r.cold, s)
				} else {
					r.warm = append(r.warm, s)
				}
			}
		}
	}
	return results, nil
}

// table prints results, with ratios to the first one.
func table(title string, results []result) {
	fmt.Printf("### %s\n\n", title)
	fmt.Println("| tool | cold: CPU s | ratio | wall s | peak MB | warm: CPU s | ratio | wall s |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- | --- |")
	first := results[0]
	for _, r := range results {
		fmt.Printf("| %s | %v | %.2f | %v | %.0f | %v | %.2f | %v |\n", r.tool.name,
			r.cold.cpu(), r.cold.cpu().median/first.cold.cpu().median, r.cold.wall(), r.cold.rss().median,
			r.warm.cpu(), r.warm.cpu().median/first.warm.cpu().median, r.warm.wall())
	}
	fmt.Println()
}
