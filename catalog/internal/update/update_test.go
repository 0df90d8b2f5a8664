package main

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

var day = time.Date(2026, 11, 28, 23, 0, 0, 0, time.UTC)

// typescript and kotlin return a list of these codes.
func typescript(codes ...string) string {
	return "export type StytchAPIErrorType =\n  | '" + strings.Join(codes, "'\n  | '") + "'\n  | string;\n"
}

func kotlin(codes ...string) string {
	var b strings.Builder
	b.WriteString("enum class StytchAPIErrorType(val type: String) {\n")
	for _, c := range codes {
		fmt.Fprintf(&b, "    %s(\n        type = %q,\n    ),\n", strings.ToUpper(c), c)
	}
	b.WriteString("    ;\n}\n")
	return b.String()
}

const (
	codesTable = "# The codes.\n# code\tstatus\tproducts\tsources\n" +
		"bad_request\t400\tconsumer\tbrowser-sdk,android-sdk,docs\n" +
		"# A comment about the next.\n" +
		"m2m_error\t\tsdk\tgo-sdk\n" +
		"session_not_found\t404,400:docs\t\tbrowser-sdk@2026-01-02,android-sdk\n"
	retiredTable = "# name\twhy\tsuccessor\tnote\tsources\n" +
		"old_session\trenamed\tsession_not_found\tit was renamed\tdocs\n" +
		"older_session\tremoved\t\tit is gone\tdocs\n"
	aliasesTable = "# name\tcode\tnote\tsources\nsession_expired\tsession_not_found\tit is another\tinferred\n"
)

// catalogFolder returns a folder of package catalog with these tables.
func catalogFolder(t *testing.T, codes string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{codesTSV: codes, retiredTSV: retiredTable, aliasesTSV: aliasesTable} {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), content)
	}
	return dir
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

// files returns the content of every file below dir.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		all[path] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// always returns a reader of these lists.
func always(ts, kt string) reader {
	return func(_ context.Context, l list) (string, string, error) {
		if l.id == "browser-sdk" {
			return "a.ts", ts, nil
		}
		return "a.kt", kt, nil
	}
}

func TestUpdate(t *testing.T) {
	known := []string{"session_not_found", "bad_request"}
	with := func(more ...string) []string { return append(slices.Clone(known), more...) }
	for _, test := range []struct {
		name   string
		ts, kt []string
		codes  string // what the table of codes has then; nothing means that it did not change
		report string
	}{
		{"nothing", known, known, "", ""},
		{
			"new", with("zone_a", "added_b"), with("zone_a", "m2m_a", "added_b", "m2m_zoo", "added_a"),
			"# The codes.\n# code\tstatus\tproducts\tsources\n" +
				"added_a\t\t\tandroid-sdk@2026-11-28\n" +
				"added_b\t\t\tbrowser-sdk@2026-11-28,android-sdk@2026-11-28\n" +
				"bad_request\t400\tconsumer\tbrowser-sdk,android-sdk,docs\n" +
				"m2m_a\t\t\tandroid-sdk@2026-11-28\n" +
				"# A comment about the next.\n" +
				"m2m_error\t\tsdk\tgo-sdk\n" +
				"m2m_zoo\t\t\tandroid-sdk@2026-11-28\n" +
				"session_not_found\t404,400:docs\t\tbrowser-sdk@2026-01-02,android-sdk\n" +
				"zone_a\t\t\tbrowser-sdk@2026-11-28,android-sdk@2026-11-28\n",
			"New, and in codes.tsv now:\nadded_a\tandroid-sdk\nadded_b\tbrowser-sdk,android-sdk\nm2m_a\tandroid-sdk\nm2m_zoo\tandroid-sdk\nzone_a\tbrowser-sdk,android-sdk\n",
		},
		{"in a list that did not have it", with("m2m_error"), known, "", ""},
		{
			"retired", with("old_session"), with("older_session"), "",
			"In retired.tsv, and in a list: left out:\nold_session\trenamed\tsession_not_found\nolder_session\tremoved\n",
		},
		{
			"invented", with("session_expired"), known,
			strings.Replace(codesTable, "session_not", "session_expired\t\t\tbrowser-sdk@2026-11-28\nsession_not", 1),
			"New, and in codes.tsv now:\nsession_expired\tbrowser-sdk\n\nOf these, in aliases.tsv as invented: take them out there:\nsession_expired\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := catalogFolder(t, codesTable)
			want := files(t, dir)
			if test.codes != "" {
				want[filepath.Join(dir, filepath.FromSlash(codesTSV))] = test.codes
			}
			read := always(typescript(test.ts...), kotlin(test.kt...))
			report, err := update(t.Context(), dir, read, day)
			if err != nil || report != test.report {
				t.Errorf("%v, report\n%s\nwant\n%s", err, report, test.report)
			}
			if got := files(t, dir); !maps.Equal(got, want) {
				t.Errorf("got %q\nwant %q", got, want)
			}
			// Once more, another day: what is in the table is new no longer.
			report, err = update(t.Context(), dir, read, day.AddDate(0, 0, 7))
			if err != nil || strings.Contains(report, "New") {
				t.Errorf("again: %v, report %q", err, report)
			}
			if got := files(t, dir); !maps.Equal(got, want) {
				t.Errorf("again: got %q\nwant %q", got, want)
			}
		})
	}
}

// twenty returns a table of twenty codes of both lists, and the codes.
func twenty() (table string, codes []string) {
	for i := range 20 {
		code := fmt.Sprintf("code_%02d", i)
		codes = append(codes, code)
		table += code + "\t\t\tbrowser-sdk,android-sdk\n"
	}
	return table, codes
}

// TestGone loses codes: up to a tenth are reported, more are an error.
func TestGone(t *testing.T) {
	table, codes := twenty()
	for _, test := range []struct {
		ts, kt       []string
		report, fail string
	}{
		{codes, codes[1:], "Not in these lists any more, but in another: take them out of their sources:\ncode_00\tandroid-sdk\n", ""},
		{
			codes[2:], codes[1:],
			"In none of the lists any more: move them from codes.tsv to retired.tsv, or take the lists out of their sources:\n" +
				"code_00\tremoved\t\tStytch's SDKs dropped it by 2026-11-28\tbrowser-sdk@2026-11-28,android-sdk@2026-11-28\n\n" +
				"Not in these lists any more, but in another: take them out of their sources:\ncode_01\tbrowser-sdk\n",
			"",
		},
		{codes, codes[3:], "", "android-sdk has 17 codes where it had 20: more than a tenth is gone"},
		{append([]string{"added"}, codes[4:]...), codes, "", "browser-sdk has 17 codes where it had 20: more than a tenth is gone"},
	} {
		dir := catalogFolder(t, table)
		before := files(t, dir)
		report, err := update(t.Context(), dir, always(typescript(test.ts...), kotlin(test.kt...)), day)
		if report != test.report || fmt.Sprint(err) == "<nil>" != (test.fail == "") || err != nil && !strings.Contains(err.Error(), test.fail) {
			t.Errorf("%v, report\n%s\nwant %q,\n%s", err, report, test.fail, test.report)
		}
		if got := files(t, dir); !maps.Equal(got, before) {
			t.Errorf("changed to %q", got)
		}
	}
}

// TestTables has tables that are wrong: nothing is changed, and the place is told.
func TestTables(t *testing.T) {
	for _, test := range []struct{ codes, want string }{
		{strings.ReplaceAll(codesTable, "\n", "\r\n"), `codes/codes.tsv:3: has space around "browser-sdk,android-sdk,docs"`},
		{strings.Replace(codesTable, "\t404", " 404", 1), "codes/codes.tsv:6: has 3 columns instead of 4"},
		{strings.TrimSuffix(codesTable, "\n"), "codes/codes.tsv:6: the last line has no line feed"},
		{codesTable + "a\t\t\t\n", `codes/codes.tsv:7: "a" is not sorted: it belongs before "session_not_found"`},
		{codesTable + "<<<<<<< HEAD\n", "codes/codes.tsv:7: has 1 columns instead of 4"},
		{"", "codes/codes.tsv:1: "},
	} {
		dir := catalogFolder(t, test.codes)
		before := files(t, dir)
		report, err := update(t.Context(), dir, always(typescript("a"), kotlin("a")), day)
		if err == nil || report != "" || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v, report %q\nwant %s", err, report, test.want)
		}
		if got := files(t, dir); !maps.Equal(got, before) {
			t.Errorf("changed to %q", got)
		}
	}
	// A table of comments is none that is wrong.
	dir := catalogFolder(t, "# code\n")
	if _, err := update(t.Context(), dir, always(typescript("b", "a"), kotlin("a")), day); err != nil {
		t.Error(err)
	}
	want := "# code\na\t\t\tbrowser-sdk@2026-11-28,android-sdk@2026-11-28\nb\t\t\tbrowser-sdk@2026-11-28\n"
	if got := files(t, dir)[filepath.Join(dir, filepath.FromSlash(codesTSV))]; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestHTTPS reads from a server with all that goes wrong there.
func TestHTTPS(t *testing.T) {
	ts, kt := typescript("session_not_found", "bad_request", "added"), kotlin("session_not_found", "bad_request")
	answer := func(w http.ResponseWriter, content string) { fmt.Fprint(w, content) }
	insecure := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { answer(w, ts) }))
	defer insecure.Close()
	for name, test := range map[string]struct {
		browser http.HandlerFunc // how the first list is answered
		want    string           // in the error
	}{
		"all is well": {func(w http.ResponseWriter, _ *http.Request) { answer(w, ts) }, ""},
		"moved": {func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/elsewhere" {
				http.Redirect(w, r, "/elsewhere", http.StatusMovedPermanently)
				return
			}
			answer(w, ts)
		}, ""},
		"moved forever":       {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, "is redirected ten times"},
		"moved without HTTPS": {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, insecure.URL, http.StatusFound) }, "without HTTPS"},
		"not found":           {func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "404: Not Found", http.StatusNotFound) }, "StytchAPIErrorType.ts: HTTP status 404 Not Found"},
		"too many requests":   {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTooManyRequests); answer(w, ts) }, "HTTP status 429"},
		"no content":          {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }, "HTTP status 204"},
		"a page":              {func(w http.ResponseWriter, _ *http.Request) { answer(w, "\n<!DOCTYPE html>\n<title>x</title>") }, "is a page of HTML or XML, and no source"},
		"nothing":             {func(http.ResponseWriter, *http.Request) {}, `StytchAPIErrorType.ts:1: there is no "type StytchAPIErrorType ="`},
		"cut": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", fmt.Sprint(len(ts)))
			answer(w, ts[:len(ts)/2])
		}, "unexpected EOF"},
		"cut before": {func(w http.ResponseWriter, _ *http.Request) { answer(w, ts[:len(ts)-2]) }, "StytchAPIErrorType.ts:5: the list does not end with a semicolon"},
		"far too long": {func(w http.ResponseWriter, _ *http.Request) {
			answer(w, ts+strings.Repeat(" ", mostBytes))
		}, "is longer than 1048576 bytes"},
		"hung up": {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "StytchAPIErrorType.ts: "},
		"slow": {func(w http.ResponseWriter, r *http.Request) {
			answer(w, ts[:10])
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}, "context deadline exceeded"},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/base/stytch-android/main/"+lists[1].path {
					answer(w, kt)
					return
				}
				test.browser(w, r)
			}))
			defer server.Close()
			client := server.Client()
			client.CheckRedirect = newClient().CheckRedirect
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if name == "slow" {
				ctx, cancel = context.WithTimeout(t.Context(), 300*time.Millisecond)
				defer cancel()
			}
			dir := catalogFolder(t, codesTable)
			before := files(t, dir)
			report, err := update(ctx, dir, overHTTPS(client, server.URL+"/base"), day)
			if test.want == "" {
				if err != nil || !strings.Contains(report, "added\tbrowser-sdk\n") {
					t.Errorf("%v, report %q", err, report)
				}
				return
			}
			if err == nil || report != "" || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), server.URL) && !strings.Contains(err.Error(), insecure.URL) {
				t.Errorf("%v, report %q, want %s", err, report, test.want)
			}
			if got := files(t, dir); !maps.Equal(got, before) {
				t.Errorf("changed to %q", got)
			}
		})
	}
	if _, _, err := overHTTPS(newClient(), ":")(t.Context(), lists[0]); err == nil {
		t.Error("a URL that is none gives no error")
	}
}

// TestCommand runs the command on folders, and checks what people see of it.
func TestCommand(t *testing.T) {
	sdks := t.TempDir()
	write(t, filepath.Join(sdks, "stytch-browser", lists[0].path), typescript("session_not_found", "bad_request", "added"))
	write(t, filepath.Join(sdks, "stytch-android", lists[1].path), kotlin("session_not_found", "bad_request"))
	dir := catalogFolder(t, codesTable)
	for _, test := range []struct {
		args           []string
		code           int
		stdout, stderr string // a part of each; no text means an empty one
	}{
		{[]string{"-from", sdks, dir}, 0, "New, and in codes.tsv now:\nadded\tbrowser-sdk\n", ""},
		{[]string{"-from", sdks, dir}, 0, "", ""},
		{[]string{"-from", sdks, filepath.Join(dir, "nowhere")}, 1, "", "codes/codes.tsv"},
		{[]string{"-from", dir, dir}, 1, "", "stytch-browser"},
		{[]string{"-h"}, 0, "", "-from folder"},
		{[]string{"-wrong"}, 2, "", "-from folder"},
		{[]string{dir, dir}, 2, "", "-from folder"},
	} {
		var stdout, stderr bytes.Buffer
		code := command(t.Context(), test.args, &stdout, &stderr)
		if code != test.code || !holds(stdout.String(), test.stdout) || !holds(stderr.String(), test.stderr) {
			t.Errorf("%q: exit code %d, stdout %q, stderr %q", test.args, code, &stdout, &stderr)
		}
	}
	if runtime.GOOS == "windows" {
		return
	}
	// A table that cannot be written is named, and stays as it is.
	dir = catalogFolder(t, codesTable)
	name := filepath.Join(dir, filepath.FromSlash(codesTSV))
	if err := os.Chmod(name, 0o444); err != nil {
		t.Fatal(err)
	}
	before := files(t, dir)
	var stdout, stderr bytes.Buffer
	if code := command(t.Context(), []string{"-from", sdks, dir}, &stdout, &stderr); code != 1 || stdout.Len() > 0 || !strings.Contains(stderr.String(), name) {
		t.Errorf("exit code %d, stdout %q, stderr %q", code, &stdout, &stderr)
	}
	if got := files(t, dir); !maps.Equal(got, before) {
		t.Errorf("changed to %q", got)
	}
}

func holds(got, part string) bool {
	return part == "" && got == "" || part != "" && strings.Contains(got, part)
}

// TestSources checks that the ids of the lists are those of the real tables.
func TestSources(t *testing.T) {
	known, err := loadTables(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lists {
		n := 0
		for _, ids := range known.sources {
			if slices.Contains(ids, l.id) {
				n++
			}
		}
		if n < 800 {
			t.Errorf("%s is the source of %d codes", l.id, n)
		}
	}
}
