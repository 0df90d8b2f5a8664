package browser

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

var times = flag.Bool("times", false, "measure the playground, and print tables for docs/performance.md")

// TestTimes measures how large the playground is, how long it takes to load, and to
// check programs of about 200 lines.
func TestTimes(t *testing.T) {
	if !*times {
		t.Skip("measures: give -args -times")
	}
	sizes(t)
	loading(t)
	checking(t)
}

// sizes prints those of the files that the page loads.
func sizes(t *testing.T) {
	fmt.Println("| file | bytes | compressed |\n| --- | --- | --- |")
	var sum, packed int
	for _, name := range []string{
		"playground/checks.bin", "playground/types.bin", "playground/editor.js", "playground/wasm_exec.js", "playground/worker.js",
		"playground/playground.js", "playground/playground.css", "assets/page.js", "assets/style.css", "assets/icon.svg", "playground.html",
	} {
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		small := min(len(content), b.Len())
		fmt.Printf("| `%s` | %d | %d |\n", name, len(content), small)
		sum += len(content)
		packed += small
	}
	fmt.Printf("| all | %d | %d |\n\n", sum, packed)
}

// loading prints the time from the request of the page to the first finding.
func loading(t *testing.T) {
	fmt.Println("| to the first finding | ms |\n| --- | --- |")
	for _, cached := range []bool{false, true} {
		tab := open(t, serve(t, ""))
		call(tab, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: !cached})
		var list []float64
		for range 11 {
			tab.to("index.html")
			tab.to("playground.html")
			tab.says("finding")
			list = append(list, value[float64](tab, "performance.now()"))
		}
		fmt.Printf("| cached: %t | %s |\n", cached, spread(list))
	}
	fmt.Println()
}

// checking prints how long the worker takes to answer, from the question to the answer
// on the page, for each program of about 200 lines among the tests of the checks.
func checking(t *testing.T) {
	tab := open(t, serve(t, ""))
	tab.to("playground.html")
	tab.says("finding")
	fmt.Println("| program | lines | findings | ms |\n| --- | --- | --- | --- |")
	src := filepath.Join("..", "src")
	err := filepath.WalkDir(src, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" || !strings.HasPrefix(name, filepath.Join(src, "stytch")) {
			return err
		}
		content, err := os.ReadFile(name)
		lines := bytes.Count(content, []byte("\n"))
		if err != nil || lines < 180 || lines > 230 {
			return err
		}
		got, err := chromedp.Run(tab.ctx, chromedp.Evaluate[struct {
			Problems, Findings int
			Times              []float64
		}](fmt.Sprintf(`(async () => {
			const worker = new Worker("playground/worker.js");
			const answer = () => new Promise((done) => { worker.onmessage = ({ data }) => data.received || done(data); });
			await answer();
			const times = [];
			let last;
			for (let i = 0; i < 60; i++) {
				const start = performance.now();
				worker.postMessage({ text: %q + "// " + i });
				last = (await answer()).answer;
				if (last.problems.length > 0) break;
				if (i >= 10) times.push(performance.now() - start);
			}
			worker.terminate();
			return { Problems: last.problems.length, Findings: last.findings.length, Times: times };
		})()`, content), chromedp.EvalAwaitPromise))
		if err != nil {
			return err
		}
		if got.Problems == 0 { // it is whole without the other files of its package
			rel, err := filepath.Rel(src, name)
			fmt.Printf("| `%s` | %d | %d | %s |\n", filepath.ToSlash(rel), lines, got.Findings, spread(got.Times))
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// spread returns the median, and the least and the most.
func spread(list []float64) string {
	slices.Sort(list)
	return fmt.Sprintf("%.0f (%.0f to %.0f)", list[len(list)/2], list[0], list[len(list)-1])
}
