package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// first is the name of the code that a search shows first.
const first = `document.querySelector("#codes > li")?.id`

// query types what to search for, over what was there.
func (t *tab) query(text string) {
	t.Helper()
	t.do(chromedp.Evaluate[chromedp.Void](`document.getElementById("q").select()`), chromedp.KeyEvent(text))
}

// TestSearch types what people have seen in a log, and finds the code that it means.
func TestSearch(t *testing.T) {
	tab := open(t, serve(t, ""))
	tab.to("codes.html")
	all := value[int](tab, `document.querySelectorAll("#codes > li").length`)
	for _, test := range []struct{ query, want string }{
		{"session_not_found", "session_not_found"},
		{"SessionNotFound", "session_not_found"},
		{"session not", "session_not_found"},
		{"sesion_not_fuond", "session_not_found"},
		{"session_expired", "session_not_found"}, // which people make up
		{`level=error msg="authenticate" error_type=session_not_found status=404`, "session_not_found"},
	} {
		tab.query(test.query)
		if got := value[string](tab, first); got != test.want {
			t.Errorf("%s finds %s, want %s", test.query, got, test.want)
		}
	}
	tab.shoot("search")
	tab.query(kb.Backspace)
	if got := value[int](tab, `document.querySelectorAll("#codes > li").length`); got != all || all < 800 {
		t.Errorf("an empty search shows %d of %d codes", got, all)
	}
}

// TestSearchElsewhere searches from the other pages, which lead to that of all codes.
func TestSearchElsewhere(t *testing.T) {
	tab := open(t, serve(t, "/folder"))
	for _, page := range []string{"index.html", "names.html", "codes/session_not_found.html"} {
		tab.to(page)
		tab.do(chromedp.SendKeys("#q", "session_expired"+kb.Enter))
		tab.until(`location.pathname === "/folder/codes.html" && document.querySelector("#codes > li")?.id === "session_not_found"`)
	}
}

// TestDeepLinks opens addresses that somebody has sent.
func TestDeepLinks(t *testing.T) {
	for name, base := range map[string]string{"host": serve(t, ""), "disk": "file://" + dir + "/"} {
		t.Run(name, func(t *testing.T) {
			for _, test := range []struct{ address, want string }{
				{"codes.html?q=session_expired", first + ` === "session_not_found"`},
				{"codes.html?status=429", `document.querySelectorAll("#codes > li").length < 100 && document.querySelector("#codes .s429") !== null`},
				{"codes.html#session_expired", first + ` === "session_not_found"`},
				{"codes.html#session_not_found", `Math.abs(document.getElementById("session_not_found").getBoundingClientRect().top) < innerHeight`},
				{"names.html#session_expired", `Math.abs(document.getElementById("session_expired").getBoundingClientRect().top) < innerHeight`},
			} {
				tab := open(t, base)
				tab.to(test.address)
				tab.until(test.want)
			}
		})
	}
}

// TestKeyboard finds and opens a code without a mouse.
func TestKeyboard(t *testing.T) {
	tab := open(t, serve(t, ""))
	tab.to("codes.html")
	tab.do(chromedp.KeyEvent("/"))
	tab.until(`document.activeElement.id === "q"`)
	tab.do(chromedp.KeyEvent("session_not_found"), chromedp.KeyEvent(kb.ArrowDown))
	tab.until(`document.activeElement.closest("li")?.id === "session_not_found"`)
	tab.do(chromedp.KeyEvent(kb.ArrowUp))
	tab.until(`document.activeElement.id === "q"`)
	tab.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
	tab.until(`location.pathname === "/codes/session_not_found.html"`)
	tab.do(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
	tab.until(`document.activeElement.id === "main"`) // past the navigation
}
