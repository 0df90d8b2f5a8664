// Package browser tests the site of stytchlint in a browser, Chromium, as people open
// it: from the root of a host, from a folder, and from a disk. It is a module of its
// own, so that nobody else needs what drives the browser, and runs where Chromium is
// installed:
//
//	go test -C testdata/browser .
//	go test -C testdata/browser . -args -screenshots DIR
package browser

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

var screenshots = flag.String("screenshots", "", "write pictures of the pages to `DIR`")

// newTab opens a tab of the browser that runs, and dir holds the site.
var (
	newTab func() (context.Context, context.CancelFunc)
	dir    string
)

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	var program string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		fmt.Println("SKIP: the site is tested where Chromium is in PATH, such as that of Debian's package chromium")
		if os.Getenv("GITHUB_ACTIONS") == "true" {
			fmt.Println("FAIL: the machines of GitHub have one")
			return 1
		}
		return 0
	}
	temp, err := os.MkdirTemp("", "stytchsite-*")
	if err != nil {
		fmt.Println(err)
		return 1
	}
	defer os.RemoveAll(temp) //nolint:errcheck // the system removes what is left
	dir = filepath.Join(temp, "site")
	if out, err := exec.Command("go", "run", "-C", filepath.Join("..", ".."), "./cmd/stytchsite", "-o", dir).CombinedOutput(); err != nil {
		fmt.Printf("the site cannot be written: %v\n%s", err, out)
		return 1
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.NoSandbox, // root has none
		chromedp.DisableGPU,
		chromedp.WindowSize(1280, 900),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"), // no worker gets out, either
		chromedp.UserDataDir(filepath.Join(temp, "profile")),
	)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	ctx, end := chromedp.NewContext(allocator)
	defer end()
	newTab = func() (context.Context, context.CancelFunc) { return chromedp.NewContext(ctx) }
	if err := chromedp.Do(ctx); err != nil {
		fmt.Printf("%s does not start: %v\n", program, err)
		return 1
	}
	return m.Run()
}

// A tab is one of the browser.
type tab struct {
	*testing.T
	ctx  context.Context
	base string // the address of the site, with a slash at its end

	allowed string // part of what may be on the console all the same

	mu    sync.Mutex
	wrong []string // what no page may do
}

// open returns a new tab, in which nothing may go wrong until the test ends: no error
// on the console, and no request that leaves the site.
func open(t *testing.T, base string) *tab {
	t.Helper()
	ctx, stop := newTab()
	ctx, end := context.WithTimeout(ctx, 2*time.Minute)
	tab := &tab{T: t, ctx: ctx, base: base}
	err := chromedp.Listen(ctx, func(event any) {
		tab.mu.Lock()
		defer tab.mu.Unlock()
		switch event := event.(type) {
		case *runtime.EventConsoleAPICalled:
			tab.wrong = append(tab.wrong, fmt.Sprintf("console.%s: %s", event.Type, event.Args[0].Value))
		case *runtime.EventExceptionThrown:
			tab.wrong = append(tab.wrong, fmt.Sprintf("%+v", event.ExceptionDetails))
		case *log.EventEntryAdded:
			tab.wrong = append(tab.wrong, fmt.Sprintf("%s: %s %s", event.Entry.Level, event.Entry.Text, event.Entry.URL))
		case *network.EventRequestWillBeSent:
			if url := event.Request.URL; !strings.HasPrefix(url, base) && !strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "blob:") {
				tab.wrong = append(tab.wrong, "a request of "+url)
			}
		}
	})
	t.Cleanup(func() {
		end()
		stop()
		tab.mu.Lock()
		defer tab.mu.Unlock()
		for _, wrong := range tab.wrong {
			if tab.allowed == "" || !strings.Contains(wrong, tab.allowed) {
				t.Error(wrong)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	call(tab, network.Enable, network.EnableParams{})
	call(tab, log.Enable, cdp.Empty{})
	return tab
}

func (t *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(t.ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// call runs a command of the browser's protocol.
func call[P, R any](t *tab, command cdp.Command[P, R], parameters P) {
	t.Helper()
	if _, err := chromedp.Call(t.ctx, command, parameters); err != nil {
		t.Fatal(err)
	}
}

// to goes to a page of the site.
func (t *tab) to(page string) {
	t.Helper()
	t.do(chromedp.Navigate(t.base + page))
}

// value returns what an expression of JavaScript is.
func value[T any](t *tab, expression string) T {
	t.Helper()
	v, err := chromedp.Run(t.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// until waits for an expression to be true, on this page or the next one, and for that
// page to be there as a whole, for up to a minute: a machine may be busy.
func (t *tab) until(expression string) {
	t.Helper()
	whole := `document.readyState === "complete" && (` + expression + `)`
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if ok, err := chromedp.Run(t.ctx, chromedp.Evaluate[bool](whole)); err == nil && ok {
			return
		}
	}
	t.Fatalf("this is not so on %s: %s", value[string](t, "location.href"), expression)
}

// screen makes the page as wide as a screen, and dark or light.
func (t *tab) screen(width int64, scheme string) {
	t.Helper()
	t.do(chromedp.EmulateViewport(width, 900))
	call(t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
}

// shoot writes a picture of the page, if somebody wants to look at one.
func (t *tab) shoot(name string) {
	t.Helper()
	if *screenshots == "" {
		return
	}
	picture, err := chromedp.Run(t.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(*screenshots, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*screenshots, name+".png"), picture, 0o644); err != nil {
		t.Fatal(err)
	}
}

// serve returns the address of the site, in a folder of a host.
func serve(t *testing.T, folder string) string {
	t.Helper()
	server := httptest.NewServer(http.StripPrefix(folder, http.FileServer(http.Dir(dir))))
	t.Cleanup(server.Close)
	return server.URL + folder + "/"
}

// pages has one page of each kind, and what is in its heading.
var pages = []struct{ name, path, heading string }{
	{"start", "index.html", "wrong code"},
	{"codes", "codes.html", "Error codes"},
	{"code", "codes/session_not_found.html", "session_not_found"},
	{"names", "names.html", "Names that Stytch never sends"},
	{"sources", "sources.html", "ources"},
	{"checks", "checks.html", "hecks"},
	{"check", "checks/stytchcode.html", "stytchcode"},
	{"playground", "playground.html", "Playground"},
}

// TestPages opens a page of each kind from wherever the site may lie.
func TestPages(t *testing.T) {
	for name, base := range map[string]string{
		"host":   serve(t, ""),
		"folder": serve(t, "/a/folder"),
		"disk":   "file://" + filepath.ToSlash(dir) + "/",
	} {
		t.Run(name, func(t *testing.T) {
			tab := open(t, base)
			for _, page := range pages {
				tab.to(page.path)
				if got := value[string](tab, `document.querySelector("h1")?.textContent ?? ""`); !strings.Contains(got, page.heading) {
					t.Errorf("%s has the heading %q", page.path, got)
				}
				if !value[bool](tab, `getComputedStyle(document.querySelector(".skip")).position !== "static"`) {
					t.Errorf("%s has no style", page.path)
				}
			}
		})
	}
}

// TestScreens looks at pages on screens wide and narrow, dark and light: nothing is
// wider than the screen, and the text stands out from what is behind it.
func TestScreens(t *testing.T) {
	tab := open(t, serve(t, ""))
	for _, width := range []int64{320, 768, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			tab.screen(width, scheme)
			for _, page := range pages {
				tab.to(page.path)
				if got := value[int64](tab, `document.documentElement.scrollWidth`); got > width {
					t.Errorf("%s is %d pixels wide on a screen of %d", page.path, got, width)
				}
				if got := value[bool](tab, `(() => {
					const light = (e, name) => getComputedStyle(e)[name].match(/[\d.]+/g).slice(0, 3).reduce((sum, x) => sum + Number(x), 0);
					return light(document.body, "backgroundColor") < light(document.body, "color");
				})()`); got != (scheme == "dark") {
					t.Errorf("%s is not %s", page.path, scheme)
				}
				tab.shoot(fmt.Sprintf("%s-%d-%s", page.name, width, scheme))
			}
		}
	}
}
