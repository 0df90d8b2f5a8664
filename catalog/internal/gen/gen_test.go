package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// TestUpToDate fails where somebody changed the data or the generator without
// running it.
func TestUpToDate(t *testing.T) {
	if err := run("../..", true); err != nil {
		t.Error(err)
	}
}

// good returns data in which nothing is wrong.
func good() map[string]string {
	return map[string]string{
		checkedTSV: "# set\tdate\noauth2\t2026-01-02\nstytch\t2026-03-04\n",
		sourcesTSV: "docs-b2b-404\ta page\nsdk\tan SDK\nthe-guide\ta guide\n",
		codesTSV: "# name\tstatus\tproducts\tsources\n" +
			"session_not_found\t404\tconsumer,b2b\tsdk,docs-b2b-404\n" +
			"user_not_found\t\t\tsdk\n" +
			"zone_not_found\t404,400:the-guide,409:sdk\tb2b\tdocs-b2b-404\n",
		callsTSV: "session_not_found\tconsumer Sessions.Authenticate, b2b *\tsdk\n",
		retiredTSV: "old_session\trenamed\tsession_not_found\tit was renamed\tsdk\n" +
			"strange_session\tforeign\t\tit is another SDK's\tsdk,the-guide\n",
		aliasesTSV: "nobody_found\tsession_not_found|user_not_found\tthere are two\tthe-guide\n" +
			"session_expired\tsession_not_found\tit is reported as \"session_not_found\"\tsdk\n",
		operationsTSV: "b2b SSO.Authenticate\tstytch/b2b/sso.AuthenticateParams, stytch/b2b.SSOClient.Authenticate\tSSOToken\tMemberID\ta spent SSO token\tsession_not_found\tsdk\n" +
			"consumer Sessions.Authenticate\tstytch/a.Params\t\t\tan expired session\t\tsdk\n",
		oauth2TSV: "invalid_grant\t400\tRFC 6749, section 5.2\thttps://www.rfc-editor.org/rfc/rfc6749\tThe grant is invalid.\n",
		adviceYAML: "session_not_found:\n" +
			"  title: Session not found\n" +
			"  meaning: It is gone.\n" +
			"  causes:\n" +
			"    - It has expired.\n" +
			"  remedies:\n" +
			"    - Sign in again.\n",
	}
}

func fsOf(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, content := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return fsys
}

func TestGood(t *testing.T) {
	d, err := load(fsOf(good()))
	if err != nil {
		t.Fatal(err)
	}
	files, err := generate(d)
	if err != nil {
		t.Fatal(err)
	}
	for path, parts := range map[string][]string{
		"zcodes.go": {
			`Checked: "2026-03-04"`,
			`Name:     "session_not_found"`,
			`Status:   404`,
			`Products: Consumer | B2B`,
			`RaisedBy: []string{"consumer Sessions.Authenticate", "b2b *", "b2b SSO.Authenticate"}`,
			`URL:      "https://stytch.com/docs/b2b/api/errors/404#session_not_found"`,
			`URL:     "https://stytch.com/docs/api/errors"`,
			"Status:   404,\n\t\t\tOthers:   []Status{{400, \"the-guide\"}, {409, \"sdk\"}},\n",
			`Sources:  []string{"docs-b2b-404", "the-guide", "sdk"}`,
			`URL:      "https://stytch.com/docs/b2b/api/errors/404#zone_not_found"`,
			`{"old_session", Renamed, "session_not_found", "it was renamed"}`,
			`{"nobody_found", "session_not_found", []string{"user_not_found"}, "there are two"}`,
			"{\"session_expired\", \"session_not_found\", nil, `it is reported as \"session_not_found\"`}",
		},
		"zoauth2.go": {
			`Checked: "2026-01-02"`,
			`Name:    "invalid_grant"`,
		},
		"zoperations.go": {
			"Name:    \"b2b SSO.Authenticate\",\n\t\tToken:   \"SSOToken\",\n\t\tWith:    []string{\"MemberID\"},\n\t\tOutcome: \"a spent SSO token\",\n\t\tCodes:   []string{\"session_not_found\"},",
			"{\"stytch/a.Params\", 1},\n\t{\"stytch/b2b.SSOClient.Authenticate\", 0},\n\t{\"stytch/b2b/sso.AuthenticateParams\", 0},",
		},
		"code/zcode.go": {
			"\t// SessionNotFound is the code \"session_not_found\" (HTTP 404; consumer, B2B).\n\t// It is gone.\n",
			"\t// Common causes:\n\t//   - It has expired.\n\t//\n\t// What to do:\n\t//   - Sign in again.\n\t//\n\t// See https://stytch.com/docs/b2b/api/errors/404#session_not_found\n\tSessionNotFound = \"session_not_found\"\n",
			"\t// ZoneNotFound is the code \"zone_not_found\" (HTTP 404 or 400 or 409; B2B).\n",
			"\t// UserNotFound is the code \"user_not_found\" (status unknown).\n",
		},
	} {
		for _, f := range files {
			if f.path != path {
				continue
			}
			for _, part := range parts {
				if !strings.Contains(string(f.content), part) {
					t.Errorf("%s lacks\n%s\nit is\n%s", path, part, f.content)
				}
			}
		}
	}
}

// TestDays loads sources with the day on which they showed a fact.
func TestDays(t *testing.T) {
	files := good()
	files[codesTSV] = strings.Replace(files[codesTSV], "\t\t\tsdk\n", "\t\t\tsdk@2026-03-04,the-guide@2026-03-05\n", 1)
	files[codesTSV] = strings.Replace(files[codesTSV], "409:sdk", "409:sdk@2026-03-04", 1)
	d, err := load(fsOf(files))
	if err != nil {
		t.Fatal(err)
	}
	if got := d.codes[1].sources; !slices.Equal(got, []string{"sdk", "the-guide"}) {
		t.Errorf("sources %q", got)
	}
	if got := d.codes[2].others[1].source; got != "sdk" {
		t.Errorf("source %q of a further status", got)
	}
}

// TestStatic checks that the tables are literals of constants, which the
// compiler lays out in the binary: no program starts later for them.
func TestStatic(t *testing.T) {
	for _, path := range []string{"../../zcodes.go", "../../zoauth2.go", "../../zoperations.go"} {
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr, *ast.FuncDecl, *ast.FuncLit, *ast.MapType, *ast.SliceExpr, *ast.IndexExpr:
				t.Errorf("%s has a %T", path, n)
			}
			return true
		})
	}
}

// TestQuote reads literals as the compiler does.
func TestQuote(t *testing.T) {
	for _, s := range []string{"", "plain", `"quoted"`, "`raw`", "`both` \"ones\"", "two\n\"lines\"", "a \"carriage\rreturn\"", "a \"\xff\"", "a \"\uFEFF\""} {
		if got, err := strconv.Unquote(quote(s)); err != nil || got != s {
			t.Errorf("%q is read from %s as %q, %v", s, quote(s), got, err)
		}
	}
}

// TestMalformed puts one thing wrong into good data: each is reported with its
// file and line.
func TestMalformed(t *testing.T) {
	for _, test := range []struct {
		what     string
		file     string
		old, new string // a part of the file, and what stands there instead
		want     string // a part of the error
	}{
		{"duplicate code", codesTSV, "user_not_found\t\t\tsdk\n", "session_not_found\t\t\tsdk\n", `codes/codes.tsv:3: "session_not_found" is there twice`},
		{"unsorted code", codesTSV, "user_not_found", "a_code", `codes/codes.tsv:3: "a_code" is not sorted: it belongs before "session_not_found"`},
		{"upper case", codesTSV, "user_not_found", "user_Not_found", `codes/codes.tsv:3: "user_Not_found" is not written like a code`},
		{"hyphen", codesTSV, "user_not_found", "user-not-found", `codes/codes.tsv:3: "user-not-found"`},
		{"doubled underscore", codesTSV, "user_not_found", "user__found", `codes/codes.tsv:3: "user__found"`},
		{"status too small", codesTSV, "404", "200", `codes/codes.tsv:2: "200" is not the status of an error`},
		{"status too great", codesTSV, "404", "4040", `codes/codes.tsv:2: "4040" is not the status of an error`},
		{"status no number", codesTSV, "404", "4o4", `codes/codes.tsv:2: "4o4" is not the status of an error`},
		{"further status without a source", codesTSV, "400:the-guide,", "400,", `codes/codes.tsv:4: the further status "400" does not name its source`},
		{"further status that is no number", codesTSV, "400:the-guide", "4o0:the-guide", `codes/codes.tsv:4: "4o0" is not the status of an error`},
		{"further status that is empty", codesTSV, "400:the-guide", ":the-guide", `codes/codes.tsv:4: a status is missing before or in ":the-guide"`},
		{"further status without a first", codesTSV, "404,400:the-guide,409:sdk", ",400:the-guide", `codes/codes.tsv:4: a status is missing before or in "400:the-guide"`},
		{"nothing behind a comma", codesTSV, "404,400:the-guide,409:sdk", "404,", `codes/codes.tsv:4: the further status "" does not name its source`},
		{"status twice", codesTSV, "400:the-guide", "404:the-guide", `codes/codes.tsv:4: status "404" is there twice`},
		{"further status twice", codesTSV, "409:sdk", "400:sdk", `codes/codes.tsv:4: status "400" is there twice`},
		{"further status with an unknown source", codesTSV, "400:the-guide", "400:nobody", `codes/codes.tsv:4: source "nobody" is not in codes/sources.tsv`},
		{"further status with an empty source", codesTSV, "409:sdk", "409:", `codes/codes.tsv:4: source "" is not in codes/sources.tsv`},
		{"source with a colon", codesTSV, "409:sdk", "409:sdk:the-guide", `codes/codes.tsv:4: source "sdk:the-guide" is not in codes/sources.tsv`},
		{"status with a zero", codesTSV, "404", "0404", `codes/codes.tsv:2: "0404" is not the status of an error`},
		{"unknown product", codesTSV, "consumer,b2b", "consumer,b2c", `codes/codes.tsv:2: unknown product "b2c"`},
		{"products not in order", codesTSV, "consumer,b2b", "b2b,consumer", `codes/codes.tsv:2: product "consumer" is not in order`},
		{"product twice", codesTSV, "consumer,b2b", "b2b,b2b", `codes/codes.tsv:2: product "b2b" is there twice`},
		{"unknown source", codesTSV, "\t\t\tsdk", "\t\t\thearsay", `codes/codes.tsv:3: source "hearsay" is not in codes/sources.tsv`},
		{"no source", codesTSV, "\t\t\tsdk", "\t\t\t", `codes/codes.tsv:3: source "" is not in codes/sources.tsv`},
		{"day of a source", codesTSV, "\t\t\tsdk", "\t\t\tsdk@2026-02-30", `codes/codes.tsv:3: "2026-02-30" is no date like 2006-01-02`},
		{"no day of a source", codesTSV, "\t\t\tsdk", "\t\t\tsdk@", `codes/codes.tsv:3: "" is no date like 2006-01-02`},
		{"source twice by days", codesTSV, "\t\t\tsdk", "\t\t\tsdk,sdk@2026-01-02", `codes/codes.tsv:3: source "sdk" is there twice`},
		{"source twice", codesTSV, "\t\t\tsdk", "\t\t\tsdk,sdk", `codes/codes.tsv:3: source "sdk" is there twice`},
		{"column missing", codesTSV, "user_not_found\t\t", "user_not_found\t", `codes/codes.tsv:3: has 3 columns instead of 4`},
		{"column too many", codesTSV, "\tsdk\n", "\tsdk\t\n", `codes/codes.tsv:3: has 5 columns instead of 4`},
		{"empty line", codesTSV, "user_not_found", "\nuser_not_found", `codes/codes.tsv:3: has 1 columns instead of 4`},
		{"space around", codesTSV, "user_not_found", "user_not_found ", `codes/codes.tsv:3: has space around "user_not_found"`},
		{"carriage return", codesTSV, "\t\t\tsdk\n", "\t\t\tsdk\r\n", `codes/codes.tsv:3: has space around "sdk"`},
		{"control character", oauth2TSV, "is invalid", "is\x00invalid", `codes/oauth2.tsv:1: has the character '\x00', which nobody can see`},
		{"byte order mark", codesTSV, "\t\t\tsdk\n", "\t\t\t\uFEFFsdk\n", `codes/codes.tsv:3: has the character '\ufeff'`},
		{"no UTF-8", aliasesTSV, "there are two", "there are \xff", `codes/aliases.tsv:1: has the character`},
		{"no last line feed", codesTSV, "\tdocs-b2b-404\n", "\tdocs-b2b-404", `codes/codes.tsv:4: the last line has no line feed`},
		{"one constant for two codes", codesTSV, "user_not_found\t\t\tsdk\n", "user_12\t\t\tsdk\nuser_1_2\t\t\tsdk\n", `codes/codes.tsv:4: "user_1_2" would have the constant User12, which is that of "user_12"`},
		{"no identifier", codesTSV, "session_not_found\t404", "2_found\t\t\tsdk\nsession_not_found\t404", `codes/codes.tsv:2: "2_found" has no identifier`},

		{"status that a list of names cannot show", codesTSV, "b2b\tdocs-b2b-404\n", "b2b\tandroid-sdk\n", `codes/codes.tsv:4: no source of "zone_not_found" shows its status`},
		{"products that a list of names cannot show", codesTSV, "\t\t\tsdk", "\t\tb2b\tandroid-sdk", `codes/codes.tsv:3: no source of "user_not_found" shows its products`},
		{"further status that a mock cannot show", sourcesTSV, "a guide", "a hand-written mock", `codes/codes.tsv:4: the source "the-guide" cannot show the status "400"`},
		{"status that a mock cannot show", sourcesTSV, "a page", "a hand-written mock: a page", `codes/codes.tsv:4: no source of "zone_not_found" shows its status`},
		{"meaning that a list of names cannot show", codesTSV, "sdk,docs-b2b-404", "android-sdk", `codes/codes.tsv:2: no source of "session_not_found" shows its meaning`},

		{"unused source", sourcesTSV, "sdk\tan SDK\n", "mock\ta mock\nsdk\tan SDK\n", `codes/sources.tsv:2: nothing names the source "mock"`},
		{"empty source", sourcesTSV, "an SDK", "", `codes/sources.tsv:2: does not say what "sdk" is`},

		{"call of no code", callsTSV, "session_not_found", "session_gone", `codes/calls.tsv:1: "session_gone" is not in codes/codes.tsv`},
		{"call of no product", callsTSV, "b2b *", "b2c *", `codes/calls.tsv:1: "b2c *" is not a call like`},
		{"call of no method", callsTSV, "Sessions.Authenticate", "sessions/authenticate", `codes/calls.tsv:1: "consumer sessions/authenticate" is not a call like`},
		{"call of another product", callsTSV, "b2b *", "fraud *", `codes/calls.tsv:1: codes/codes.tsv does not say that "session_not_found" is a code of the product of "fraud *"`},
		{"call twice", callsTSV, "b2b *", "consumer Sessions.Authenticate", `codes/calls.tsv:1: call "consumer Sessions.Authenticate" is there twice`},
		{"call with unknown source", callsTSV, "sdk", "hearsay", `codes/calls.tsv:1: source "hearsay" is not in codes/sources.tsv`},

		{"operation of no product", operationsTSV, "b2b SSO", "b2c SSO", `codes/operations.tsv:1: "b2c SSO.Authenticate" is not a call like`},
		{"operation with a star", operationsTSV, "b2b SSO.Authenticate\t", "b2b SSO.*\t", `codes/operations.tsv:1: "b2b SSO.*" is not a call like`},
		{"operation without types", operationsTSV, "stytch/a.Params", "", `codes/operations.tsv:2: does not say what tells "consumer Sessions.Authenticate" apart`},
		{"operation with a bad type", operationsTSV, "stytch/a.Params", "sessions.Params", `codes/operations.tsv:2: "sessions.Params" is not a type like`},
		{"operation with a taken type", operationsTSV, "stytch/a.Params", "stytch/b2b/sso.AuthenticateParams", `codes/operations.tsv:2: "stytch/b2b/sso.AuthenticateParams" is there twice`},
		{"operation with a bad field", operationsTSV, "MemberID", "member_id", `codes/operations.tsv:1: "member_id" is no name of a field`},
		{"operation without a token", operationsTSV, "SSOToken", "", `codes/operations.tsv:1: says what a token belongs to, but names none`},
		{"operation without an article", operationsTSV, "a spent", "spent", `codes/operations.tsv:1: the failure "spent SSO token" is no noun with its article`},
		{"operation with an unknown code", operationsTSV, "session_not_found", "session_gone", `codes/operations.tsv:1: "session_gone" is not in codes/codes.tsv`},
		{"operation with an unknown source", operationsTSV, "\tsdk", "\thearsay", `codes/operations.tsv:1: source "hearsay" is not in codes/sources.tsv`},

		{"bad date", checkedTSV, "2026-03-04", "4 March 2026", `codes/checked.tsv:3: "4 March 2026" is no date like 2006-01-02`},
		{"impossible date", checkedTSV, "2026-03-04", "2026-02-30", `codes/checked.tsv:3: "2026-02-30" is no date`},
		{"unknown set", checkedTSV, "stytch", "twilio", `codes/checked.tsv:3: unknown set "twilio"`},
		{"missing set", checkedTSV, "oauth2\t2026-01-02\n", "", `codes/checked.tsv:1: has no date for the set "oauth2"`},

		{"retired is a code", retiredTSV, "strange_session", "user_not_found", `codes/retired.tsv:2: "user_not_found" is already a code`},
		{"unknown reason", retiredTSV, "foreign", "lost", `codes/retired.tsv:2: "lost" is not renamed, removed or foreign`},
		{"unknown successor", retiredTSV, "renamed\tsession_not_found", "renamed\tnew_session", `codes/retired.tsv:1: successor "new_session" is not in codes/codes.tsv`},
		{"no successor", retiredTSV, "renamed\tsession_not_found", "renamed\t", `codes/retired.tsv:1: does not say what "old_session" was renamed to`},
		{"retired twice", retiredTSV, "strange_session", "old_session", `codes/retired.tsv:2: "old_session" is there twice`},
		{"retired without a source", retiredTSV, "was renamed\tsdk", "was renamed\t", `codes/retired.tsv:1: source "" is not in codes/sources.tsv`},
		{"no note", retiredTSV, "it was renamed", "", `codes/retired.tsv:1: has no note`},

		{"alias is a code", aliasesTSV, "session_expired", "user_not_found", `codes/aliases.tsv:2: "user_not_found" is already a code`},
		{"alias is a code in another spelling", aliasesTSV, "session_expired", "user_notfound", `codes/aliases.tsv:2: "user_notfound" is already a code`},
		{"alias is retired", aliasesTSV, "session_expired", "old_session", `codes/aliases.tsv:2: "old_session" is already retired`},
		{"alias twice", aliasesTSV, "session_expired", "nobody_found", `codes/aliases.tsv:2: "nobody_found" is there twice`},
		{"alias unsorted", aliasesTSV, "session_expired", "expired_session", `codes/aliases.tsv:2: "expired_session" is not sorted`},
		{"unknown target", aliasesTSV, "\tsession_not_found\t", "\tsession_gone\t", `codes/aliases.tsv:2: target "session_gone" is not in codes/codes.tsv`},
		{"unknown second target", aliasesTSV, "|user_not_found", "|user_gone", `codes/aliases.tsv:1: target "user_gone" is not in codes/codes.tsv`},
		{"target twice", aliasesTSV, "|user_not_found", "|session_not_found", `codes/aliases.tsv:1: target "session_not_found" is there twice`},
		{"alias without a source", aliasesTSV, "two\tthe-guide", "two\t", `codes/aliases.tsv:1: source "" is not in codes/sources.tsv`},
		{"alias with an unknown source", aliasesTSV, "two\tthe-guide", "two\thearsay", `codes/aliases.tsv:1: source "hearsay" is not in codes/sources.tsv`},
		{"note with a full stop", aliasesTSV, "there are two", "there are two.", `codes/aliases.tsv:1: the note is a clause`},

		{"OAuth status", oauth2TSV, "400", "302", `codes/oauth2.tsv:1: "302" is not the status of an error`},
		{"OAuth without standard", oauth2TSV, "RFC 6749, section 5.2", "", `codes/oauth2.tsv:1: names no standard`},
		{"OAuth URL", oauth2TSV, "https:", "http:", `codes/oauth2.tsv:1: "http://www.rfc-editor.org/rfc/rfc6749" is no https URL`},
		{"OAuth meaning", oauth2TSV, "invalid.", "invalid", `codes/oauth2.tsv:1: the meaning is no whole sentence`},

		{"advice for no code", adviceYAML, "session_not_found:", "session_gone:", `codes/advice.yaml:1: "session_gone" is not in codes/codes.tsv`},
		{"advice twice", adviceYAML, "    - Sign in again.\n", "    - Sign in again.\nsession_not_found:\n  title: T\n  meaning: M.\n", `codes/advice.yaml:8: "session_not_found" is there twice`},
		{"advice unsorted", adviceYAML, "session_not_found:\n", "user_not_found:\n  title: T\n  meaning: M.\nsession_not_found:\n", `codes/advice.yaml:4: "session_not_found" is not sorted`},
		{"unknown key", adviceYAML, "  causes:", "  cause:", `codes/advice.yaml:4: unknown key "cause"`},
		{"no meaning", adviceYAML, "  meaning: It is gone.\n", "", `codes/advice.yaml:1: "session_not_found" needs a title and a meaning`},
		{"no title", adviceYAML, "  title: Session not found\n", "", `codes/advice.yaml:1: "session_not_found" needs a title and a meaning`},
		{"title with a full stop", adviceYAML, "Session not found\n", "Session not found.\n", `codes/advice.yaml:2: the title ends with a full stop`},
		{"no sentence", adviceYAML, "It has expired.", "It has expired", `codes/advice.yaml:5: the cause is no whole sentence`},
		{"control character in a text", adviceYAML, "It is gone.", "It is\x7fgone.", `codes/advice.yaml:3: has the character '\x7f'`},
		{"not a list", adviceYAML, "  causes:\n    - It has expired.\n", "  causes: It has expired.\n", `codes/advice.yaml:4: is no list`},
		{"not a text", adviceYAML, "It is gone.", "[1]", `codes/advice.yaml:3: is no text`},
		{"a number for a text", adviceYAML, "Session not found", "404", `codes/advice.yaml:2: is no text`},
		{"not a mapping", adviceYAML, "  title: Session not found\n  meaning: It is gone.\n  causes:\n    - It has expired.\n  remedies:\n    - Sign in again.\n", "  - text\n", `codes/advice.yaml:2: is no mapping`},
		{"no YAML", adviceYAML, "  meaning: It is gone.", "  meaning: It: is gone.", `codes/advice.yaml:3: mapping value is not allowed`},
	} {
		t.Run(test.what, func(t *testing.T) {
			files := good()
			changed := strings.Replace(files[test.file], test.old, test.new, 1)
			if changed == files[test.file] {
				t.Fatalf("%s does not contain %q", test.file, test.old)
			}
			files[test.file] = changed
			_, err := load(fsOf(files))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v\nwant %s", err, test.want)
			}
		})
	}
}

func TestMissingFiles(t *testing.T) {
	for name := range good() {
		files := good()
		delete(files, name)
		if _, err := load(fsOf(files)); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("without %s: %v", name, err)
		}
	}
}

// TestAllProblems checks that one run tells everything.
func TestAllProblems(t *testing.T) {
	files := good()
	files[checkedTSV] = strings.Replace(files[checkedTSV], "2026-03-04", "soon", 1)
	files[codesTSV] = strings.Replace(files[codesTSV], "404", "4", 1)
	_, err := load(fsOf(files))
	if err == nil || strings.Count(err.Error(), "\n") != 1 {
		t.Errorf("got %v, want two lines", err)
	}
}

// folder returns one that has the files.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRun(t *testing.T) {
	dir := folder(t, good())
	if err := run(dir, true); err == nil || strings.Count(err.Error(), "is stale; to mend it, run: go generate ./catalog") != 4 {
		t.Errorf("check before anything is written: %v", err)
	}
	if err := run(dir, false); err != nil {
		t.Fatal(err)
	}
	if err := run(dir, true); err != nil {
		t.Errorf("check after writing: %v", err)
	}
	stale := filepath.Join(dir, "zcodes.go")
	if err := os.WriteFile(stale, []byte("package catalog\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := run(dir, true); err == nil || !strings.HasPrefix(err.Error(), stale+" is stale") || strings.Contains(err.Error(), "\n") {
		t.Errorf("check of one stale file: %v", err)
	}
	if err := run(dir, false); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}
