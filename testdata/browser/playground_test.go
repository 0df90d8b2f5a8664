package browser

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// two has two findings, each with a fix.
const two = `package main

import "github.com/stytchauth/stytch-go/v18/stytch/stytcherror"

// 𝔊ö
func expired(e stytcherror.Error) bool {
	return /* ü𝔊 */ e.ErrorType == "session_expired" || e.ErrorType == "user_not_fuond"
}

func main() {}
`

// link returns a page of the playground that carries a program.
func link(t *testing.T, program string) string {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(program)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return "playground.html#code=" + base64.RawURLEncoding.EncodeToString(b.Bytes())
}

// says waits for the playground to say something.
func (t *tab) says(status string) {
	t.Helper()
	t.until(fmt.Sprintf("document.getElementById('status').textContent.includes(%q)", status))
}

// program returns what is in the editor, without the scripts of the page.
func (t *tab) program() string {
	t.Helper()
	return value[string](t, `[...document.getElementById("editor").shadowRoot.querySelectorAll(".cm-line")].map((e) => e.textContent).join("\n")`)
}

// underlined returns the text of what the editor underlines.
func (t *tab) underlined() string {
	t.Helper()
	return value[string](t, `[...document.getElementById("editor").shadowRoot.querySelectorAll(".cm-lintRange")].map((e) => e.textContent).join(" ")`)
}

// list returns what the list of findings says, an entry a line.
func (t *tab) list() string {
	t.Helper()
	return value[string](t, `[...document.querySelectorAll("#findings > li")].map((e) => e.innerText.replaceAll("\n", " ")).join("\n")`)
}

func (t *tab) click(element string) {
	t.Helper()
	t.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf("document.querySelector(%q).click()", element)))
}

// enter puts text where the cursor of the editor is, as a paste does.
func (t *tab) enter(text string) {
	t.Helper()
	t.do(chromedp.Evaluate[chromedp.Void](`document.getElementById("editor").shadowRoot.querySelector(".cm-content").focus()`))
	call(t, input.InsertText, input.InsertTextParams{Text: text})
}

// retype puts a program in the place of the one that is there.
func (t *tab) retype(program string) {
	t.Helper()
	t.do(chromedp.Evaluate[chromedp.Void](`document.getElementById("editor").shadowRoot.querySelector(".cm-content").focus()`))
	t.do(chromedp.KeyEvent("a", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	if program == "" {
		t.do(chromedp.KeyEvent(kb.Backspace))
		return
	}
	call(t, input.InsertText, input.InsertTextParams{Text: program})
}

// TestPlayground opens the page as a visitor does: there is a finding in the first
// example, and nothing is left after its fix.
func TestPlayground(t *testing.T) {
	for _, folder := range []string{"", "/a/folder"} {
		tab := open(t, serve(t, folder))
		tab.to("playground.html")
		tab.says("1 finding")
		if !value[bool](tab, `(() => { const p = document.getElementById("progress"); return p.value === p.max && getComputedStyle(p).display === "none"; })()`) {
			t.Error("the progress has not come to its end")
		}
		if got := tab.underlined(); got != `"sesion_not_found"` {
			t.Errorf("underlined is %s", got)
		}
		if got := tab.list(); !strings.Contains(got, "Line 11") || !strings.Contains(got, "stytchcode") {
			t.Errorf("the list is %s", got)
		}
		tab.click("#findings .at")
		tab.until(`document.activeElement.id === "editor" && document.getElementById("findings").children[0].hasAttribute("aria-current")`)
		tab.click("#findings .fix")
		tab.says("No findings")
		if got := tab.program(); !strings.Contains(got, `"session_not_found"`) {
			t.Errorf("fixed, it is\n%s", got)
		}
		if got := tab.underlined(); got != "" {
			t.Errorf("underlined is %s", got)
		}
	}
}

// TestPlaygroundFixes applies one fix, and all. The list tells what they change.
func TestPlaygroundFixes(t *testing.T) {
	tab := open(t, serve(t, ""))
	tab.to(link(t, two))
	tab.says("2 findings")
	if got := tab.underlined(); got != `"session_expired" "user_not_fuond"` {
		t.Errorf("underlined is %s", got)
	}
	if got := value[string](tab, `document.querySelector("#findings .diff").innerText`); !strings.HasPrefix(got, "- return") || !strings.Contains(got, "\n+ return") {
		t.Errorf("the fix changes\n%s", got)
	}
	tab.click("#findings li:nth-child(2) .fix")
	tab.says("1 finding")
	want := strings.Replace(two, "fuond", "found", 1)
	if got := tab.program(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	tab.retype(two)
	tab.says("2 findings")
	tab.click("#all")
	tab.says("No findings")
	want = strings.Replace(want, "session_expired", "session_not_found", 1)
	if got := tab.program(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestPlaygroundFixOfOther asks for a fix while the list is that of the text before: it
// is not applied to whatever has the same place in the text now.
func TestPlaygroundFixOfOther(t *testing.T) {
	tab := open(t, serve(t, ""))
	tab.to(link(t, two))
	tab.says("2 findings")
	tab.click("#findings .at")
	tab.do(chromedp.KeyEvent(kb.ArrowLeft)) // before the first name
	if !value[bool](tab, `document.execCommand("insertText", false, '"oauth_tokn_not_found" || e.ErrorType == ') && (Promise.resolve().then(() => document.querySelector("#findings .fix").click()), true)`) {
		t.Fatal("nothing can be typed")
	}
	tab.says("3 findings")
	if got := tab.program(); !strings.Contains(got, `e.ErrorType == "oauth_tokn_not_found" || e.ErrorType == "session_expired"`) {
		t.Errorf("it is\n%s", got)
	}
}

// TestPlaygroundExamples chooses each example: its check finds something in it, and
// fixes leave nothing that has one.
func TestPlaygroundExamples(t *testing.T) {
	tab := open(t, serve(t, ""))
	tab.to("playground.html")
	tab.says("1 finding")
	n := value[int](tab, `document.getElementById("example").options.length`)
	if n < 9 {
		t.Errorf("there are %d examples", n-1)
	}
	for i := 1; i < n; i++ {
		name := value[string](tab, fmt.Sprintf(`(() => {
			const menu = document.getElementById("example");
			menu.selectedIndex = %d;
			document.getElementById("status").textContent = "";
			menu.dispatchEvent(new Event("change"));
			return menu.selectedOptions[0].text;
		})()`, i))
		check, _, _ := strings.Cut(name, ":")
		tab.says("finding")
		if got := tab.list(); !strings.Contains(got, check) || strings.Contains(value[string](tab, `document.getElementById("status").textContent`), "problem") {
			t.Errorf("%s: the list is\n%s", name, got)
		}
		tab.shoot("playground-" + check)
		if value[bool](tab, `document.getElementById("all").hidden`) {
			continue
		}
		tab.click("#all")
		tab.until(`document.getElementById("all").hidden`)
		if got := value[string](tab, `document.getElementById("example").value`); got != "" {
			t.Errorf("%s: fixed, it is still that example", name)
		}
	}
}

// TestPlaygroundLinks copies a link, and opens it elsewhere; and links that are broken.
func TestPlaygroundLinks(t *testing.T) {
	tab := open(t, serve(t, "/folder"))
	tab.to("playground.html")
	tab.says("1 finding")
	tab.retype(two)
	tab.says("2 findings")
	tab.click("#share")
	tab.until(`location.hash.startsWith("#code=") && document.getElementById("copied").textContent === document.getElementById("share").textContent`)
	address := value[string](tab, "location.href")

	other := open(t, tab.base)
	other.to(strings.TrimPrefix(address, tab.base))
	other.says("2 findings")
	if got := other.program(); got != two {
		t.Errorf("it carries\n%s", got)
	}
	// On the same page, a link is a change of the fragment alone.
	other.to(link(t, strings.Replace(two, "fuond", "found", 1)))
	other.says("1 finding")

	for _, broken := range []string{"#code=%", "#code=AAAA", "#code=1"} {
		other := open(t, tab.base)
		other.to("playground.html" + broken)
		other.says("1 finding") // that of an example
	}
}

// TestTryIt follows the links of each example of a check: what is wrong has a finding,
// and what is right has none.
func TestTryIt(t *testing.T) {
	tab := open(t, serve(t, "/folder"))
	links := func(page string) []string {
		tab.to(page)
		return value[[]string](tab, `[...document.querySelectorAll(".try")].map((e) => e.closest("figcaption").querySelector(".tag").textContent + " " + e.href)`)
	}
	examples := links("index.html")
	tab.to("checks.html")
	for _, name := range value[[]string](tab, `[...document.querySelectorAll(".checks > li")].map((e) => e.id)`) {
		list := links("checks/" + name + ".html")
		if len(list) < 2 {
			t.Errorf("%s has %d links", name, len(list))
		}
		examples = append(examples, list...)
	}
	for _, example := range examples {
		tag, address, _ := strings.Cut(example, " ")
		tab.do(chromedp.Evaluate[chromedp.Void](`document.getElementById("status")?.replaceChildren()`)) // what it says of the one before
		tab.to(strings.TrimPrefix(address, tab.base))
		tab.until(`document.getElementById("status").textContent.endsWith(" findings") || document.getElementById("status").textContent.endsWith(" finding")`)
		if got := value[string](tab, `document.getElementById("status").textContent`); (got == "No findings") != (tag == "Right") || strings.Contains(got, "problem") {
			t.Errorf("%s, %s: %s", tag, address, got)
		}
	}
}

// TestPlaygroundProblems types programs that are not whole. What can be checked is.
func TestPlaygroundProblems(t *testing.T) {
	tab := open(t, serve(t, ""))
	tab.to(link(t, two))
	tab.says("2 findings")
	for _, test := range []struct{ name, program, status, list, underlined string }{
		{"import", strings.Replace(two, "import ", "import _ \"example.com/none\"\nimport ", 1), "1 problem, 2 findings", "the playground does not have example.com/none", `"example.com/none"`},
		{"syntax", two + "\nfunc other() {\n\tx := = 1\n}\n", "2 problems, 2 findings", "expected operand", "="},
		{"unfinished", two + "\nfunc other() {\n\tif x.\n", "2 findings", "Line 14", "session_expired"},
		{"types", two + "\nfunc other() { wrong() }\n", "1 problem, 2 findings", "undefined: wrong", "wrong"},
		{"empty", "", "Type a program", "", ""},
		{"no Go", "What is this?", "problem", "expected 'package'", "What"},
	} {
		tab.retype(test.program)
		tab.until(fmt.Sprintf(`(() => {
			const status = document.getElementById("status").textContent;
			return status.includes(%q) && document.getElementById("findings").innerText.includes(%q);
		})()`, test.status, test.list))
		if got := tab.underlined(); !strings.Contains(got, test.underlined) {
			t.Errorf("%s: underlined is %s", test.name, got)
		}
		tab.shoot("playground-" + test.name)
	}
	tab.retype(strings.NewReplacer("session_expired", "session_not_found", "fuond", "found").Replace(two))
	tab.says("No findings")
}

// TestPlaygroundKeyboard goes through the page without a mouse.
func TestPlaygroundKeyboard(t *testing.T) {
	tab := open(t, serve(t, ""))
	tab.to(link(t, two))
	tab.says("2 findings")
	tab.do(chromedp.Evaluate[chromedp.Void](`document.getElementById("share").focus()`))
	tab.do(chromedp.KeyEvent(kb.Tab))
	tab.until(`document.activeElement.id === "editor"`)

	// A tab is part of the program, until Escape was pressed.
	tab.do(chromedp.KeyEvent(kb.Tab))
	tab.until(`document.activeElement.id === "editor"`)
	if got := tab.program(); got != "\t"+two {
		t.Errorf("after Tab, it is\n%s", got)
	}
	tab.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	if got := tab.program(); got != two {
		t.Errorf("after an undo, it is\n%s", got)
	}

	// From the editor
	tab.do(chromedp.KeyEvent(kb.F8))
	tab.until(`document.querySelector("#findings li:nth-child(1)[aria-current]") !== null`)
	tab.do(chromedp.KeyEvent(kb.F8))
	tab.until(`document.querySelector("#findings li:nth-child(2)[aria-current]") !== null`)
	tab.do(chromedp.KeyEvent(".", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	tab.says("1 finding")
	if got := tab.program(); !strings.Contains(got, "user_not_found") || !strings.Contains(got, "session_expired") {
		t.Errorf("fixed, it is\n%s", got)
	}

	// From the list
	tab.do(chromedp.KeyEvent(kb.Escape), chromedp.KeyEvent(kb.Tab))
	tab.until(`document.activeElement.id === "all"`)
	for _, class := range []string{"at", "fix"} {
		tab.do(chromedp.KeyEvent(kb.Tab))
		tab.until(`document.activeElement.className === "` + class + `"`)
	}
	tab.do(chromedp.KeyEvent(kb.Enter))
	tab.says("No findings")
	tab.until(`document.activeElement.id === "results"`) // the button is gone

	// What screen readers are told
	for _, expression := range []string{
		`document.getElementById("status").getAttribute("role") === "status"`,
		`document.getElementById("editor").shadowRoot.querySelector("[role=textbox]").ariaLabel.startsWith("Program in Go.")`,
		`document.querySelector("label[for=example]") !== null`,
	} {
		if !value[bool](tab, expression) {
			t.Error(expression)
		}
	}
}

// TestPlaygroundTyping types a program of 400 lines, while each answer takes as long as
// it may: a key shows at once.
func TestPlaygroundTyping(t *testing.T) {
	tab := open(t, serve(t, ""))
	tab.to(link(t, strings.Replace(two, "func main() {}", strings.Repeat("func _(e stytcherror.Error) bool { return e.ErrorType == \"session_expired\" }\n\n", 200)+"func main() {}", 1)))
	tab.says("202 findings")
	tab.enter("")
	for i, key := range "// abcdefghij" {
		tab.do(chromedp.KeyEvent(string(key)))
		if got := value[string](tab, `document.getElementById("editor").shadowRoot.querySelector(".cm-line").textContent`); !strings.HasPrefix(got, "// abcdefghij"[:i+1]) {
			t.Errorf("after %c, the first line is %s", key, got)
		}
	}
	tab.says("problem") // the comment has the first line in it
}

// faulty returns the address of the site, where the worker is another one the first
// time.
func faulty(t *testing.T, name string, first func(w http.ResponseWriter, files http.Handler, r *http.Request)) string {
	t.Helper()
	files := http.FileServer(http.Dir(dir))
	var done atomic.Bool
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		if strings.HasSuffix(r.URL.Path, name) && done.CompareAndSwap(false, true) {
			first(w, files, r)
			return
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// TestPlaygroundFaults has checks that hang, that end, and that do not come.
func TestPlaygroundFaults(t *testing.T) {
	t.Run("hang", func(t *testing.T) {
		t.Parallel()
		tab := open(t, faulty(t, "worker.js", func(w http.ResponseWriter, _ http.Handler, _ *http.Request) {
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprint(w, "onmessage = () => { for (;;); }; postMessage({ ready: true });")
		}))
		tab.to(link(t, two))
		tab.says("took too long")
		tab.enter(" ")
		tab.says("2 findings")
	})
	t.Run("end", func(t *testing.T) {
		t.Parallel()
		worker, err := os.ReadFile(filepath.Join(dir, "playground", "worker.js"))
		if err != nil {
			t.Fatal(err)
		}
		tab := open(t, faulty(t, "worker.js", func(w http.ResponseWriter, _ http.Handler, _ *http.Request) {
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprintf(w, "%s\nready.then(() => { stytchlint.check = () => undefined; });", worker)
		}))
		tab.to(link(t, two))
		tab.says("a bug of stytchlint")
		tab.enter(" ")
		tab.says("2 findings")
	})
	for _, name := range []string{"checks.bin", "worker.js"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tab := open(t, faulty(t, name, func(w http.ResponseWriter, _ http.Handler, _ *http.Request) {
				w.WriteHeader(http.StatusNotFound)
			}))
			tab.allowed = "404"
			tab.to(link(t, two))
			tab.says("could not be loaded")
			tab.shoot("playground-failed")
			tab.click("#again")
			tab.says("2 findings")
		})
	}
	t.Run("unpacked", func(t *testing.T) { // by the server, as some do
		t.Parallel()
		tab := open(t, faulty(t, "checks.bin", func(w http.ResponseWriter, files http.Handler, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			files.ServeHTTP(w, r)
		}))
		tab.to(link(t, two))
		tab.says("2 findings")
	})
}

// TestPlaygroundOnDisk opens it where browsers run no WebAssembly: it says so.
func TestPlaygroundOnDisk(t *testing.T) {
	tab := open(t, "file://"+dir+"/")
	tab.to("playground.html")
	tab.says("no WebAssembly from a disk")
	if got := tab.program(); !strings.Contains(got, "sesion_not_found") {
		t.Errorf("in the editor is\n%s", got)
	}
	tab.shoot("playground-disk")
}

// TestPolicy tries what the policy of the pages forbids.
func TestPolicy(t *testing.T) {
	tab := open(t, serve(t, ""))
	tab.allowed = "Content Security Policy"
	tab.to("playground.html")
	tab.says("1 finding")
	for _, forbidden := range []string{
		`fetch("https://stytch.com/").catch(() => {})`,
		`new Image().src = "data:image/gif;base64,R0lGODlhAQABAAAAACw="`,
		`(() => { const e = document.createElement("script"); e.textContent = "document.title = 1"; document.body.append(e); })()`,
		`document.body.setAttribute("style", "color: red")`,
		`(() => { try { new Worker(URL.createObjectURL(new Blob([""]))); } catch {} })()`,
	} {
		blocked, err := chromedp.Run(tab.ctx, chromedp.Evaluate[bool](fmt.Sprintf(`new Promise((done) => {
			document.addEventListener("securitypolicyviolation", () => done(true), { once: true });
			setTimeout(done, 3000, false);
			%s;
		})`, forbidden), chromedp.EvalAwaitPromise))
		if err != nil || !blocked {
			t.Errorf("it is allowed: %s; %v", forbidden, err)
		}
	}
}

// TestPlaygroundScreens takes pictures, wide and narrow, dark and light. Nothing is
// wider than the screen when findings are there.
func TestPlaygroundScreens(t *testing.T) {
	tab := open(t, serve(t, ""))
	for _, width := range []int64{320, 768, 1280, 1920} {
		for _, scheme := range []string{"light", "dark"} {
			tab.screen(width, scheme)
			tab.to("index.html")
			tab.to(link(t, two))
			tab.says("2 findings")
			if got := value[int64](tab, `document.documentElement.scrollWidth`); got > width {
				t.Errorf("it is %d pixels wide on a screen of %d", got, width)
			}
			tab.shoot(fmt.Sprintf("playground-found-%d-%s", width, scheme))
		}
	}
}
