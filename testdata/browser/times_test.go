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
	t.Helper()
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

// loading prints the time from the request of the page to the first finding, with
// nothing cached, from a server on the same machine.
func loading(t *testing.T) {
	t.Helper()
	tab := open(t, serve(t, ""))
	call(tab, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	var list []float64
	for range 11 {
		tab.to("index.html")
		tab.to("playground.html")
		tab.says("finding")
		list = append(list, value[float64](tab, "performance.now()"))
	}
	fmt.Printf("to the first finding: %s ms\n\n", spread(list))
}

// checking prints how long the worker takes to answer, for each program of about 200
// lines among the tests of the checks: CPU time of an answer, and the time from the
// question to the answer on the page.
func checking(t *testing.T) {
	t.Helper()
	base := serve(t, "")
	fmt.Println("| program | lines | findings | CPU ms | ms until the answer |\n| --- | --- | --- | --- | --- |")
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
		tab := open(t, base)
		tab.to("playground.html")
		tab.says("finding")
		tab.do(chromedp.Evaluate[chromedp.Void](`window.worker = new Worker("playground/worker.js"); 1`))
		check := func(rounds int) (answers, float64) {
			before := workerTime(t)
			got, err := chromedp.Run(tab.ctx, chromedp.Evaluate[answers](fmt.Sprintf(ask, content, rounds), chromedp.EvalAwaitPromise))
			if err != nil {
				t.Fatal(err)
			}
			return got, workerTime(t) - before
		}
		if got, _ := check(20); got.Problems > 0 { // it is not whole without the other files of its package
			return nil
		}
		got, cpu := check(50)
		rel, err := filepath.Rel(src, name)
		fmt.Printf("| `%s` | %d | %d | %.0f | %s |\n", filepath.ToSlash(rel), lines, got.Findings, cpu/50, spread(got.Times))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

type answers struct {
	Problems, Findings int
	Times              []float64 // milliseconds
}

// ask is a script that has the worker check a program so many times.
const ask = `(async (text, rounds) => {
	const answer = () => new Promise((done) => { worker.onmessage = ({ data }) => data.answer && done(data.answer); });
	const times = [];
	let last;
	for (let i = 0; i < rounds; i++) {
		const start = performance.now();
		worker.postMessage({ text: text + "// " + i });
		last = await answer();
		times.push(performance.now() - start);
	}
	return { Problems: last.problems.length, Findings: last.findings.length, Times: times };
})(%q, %d)`

// workerTime returns the milliseconds of CPU time that workers of all browsers on the
// machine have taken, on Linux.
func workerTime(t *testing.T) float64 {
	t.Helper()
	names, err := filepath.Glob("/proc/[0-9]*/task/[0-9]*/comm")
	if err != nil {
		t.Fatal(err)
	}
	var sum float64
	for _, name := range names {
		if comm, err := os.ReadFile(name); err != nil || !strings.HasPrefix(string(comm), "DedicatedWorker") {
			continue
		}
		var ns float64
		if stat, err := os.ReadFile(filepath.Join(filepath.Dir(name), "schedstat")); err == nil {
			if _, err := fmt.Sscan(string(stat), &ns); err != nil {
				t.Fatal(err)
			}
		}
		sum += ns / 1e6
	}
	return sum
}

// spread returns the median, and the least and the most.
func spread(list []float64) string {
	slices.Sort(list)
	return fmt.Sprintf("%.0f (%.0f to %.0f)", list[len(list)/2], list[0], list[len(list)-1])
}
