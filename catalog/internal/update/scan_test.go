package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/testdata/fuzzseed"
)

// union and enum are whole lists, with everything in them that has to be skipped.
const union = `import { x } from './x';
// export type StytchAPIErrorType = 'of_a_comment';
/* export type StytchAPIErrorType = 'of_another'; /* not nested */
const s = "type StytchAPIErrorType = 'of_a_string';", r = ` + "`type ${'a' + `${'}'}`} 'b\n`" + `;
import type StytchAPIErrorType from './other';
export type StytchAPIErrorTypeOfOld = 'of_another_type';
export type StytchAPIErrorType =
  | 'first_code' // 'of_a_comment'
  | /* 'of_a_comment' */ "second_code"
  |
  'third_code' | string
  | (string & {});
export type Other = 'of_the_rest';
`

const enum = `@file:Suppress("x")
package com.example
/* enum class StytchAPIErrorType { /* nested */ A("of_a_comment"); } */
// enum class StytchAPIErrorType
private const val RAW = """enum class StytchAPIErrorType { "A" \"""
private const val TEXT = "an ${if (true) "expression }" else "other"} and \" 'x"
private val c = '"'
public enum class Other(val type: String) { A("of_another_enum") }
@Keep
public enum class StytchAPIErrorType(
    @SerialName("type") public val type: String, // "of_a_comment"
    val f: (Int) -> Int,
) : Named {
    FIRST_CODE("first_code"),
    @Deprecated("not this one", ReplaceWith("THIRD"))
    @com.example.Keep @Keep SECOND_CODE(
        // type = "of_a_comment",
        type = "second_code", // 'x'
    ),
    THIRD_CODE(status = 404, hint = "not this one", type = "third_code", f = { it + 1 }) {
        override fun name(): String = "of_a_body"
    },
    ;

    companion object { val x = "of_the_rest" }
}
`

func TestParse(t *testing.T) {
	want := []string{"first_code", "second_code", "third_code"}
	for name, content := range map[string]string{
		"a.ts":              union,
		"with a mark.ts":    "\ufeff" + union,
		"from windows.ts":   strings.ReplaceAll(union, "\n", "\r\n"),
		"in a line.ts":      "export type StytchAPIErrorType='first_code'|'second_code'|'third_code';",
		"a.kt":              enum,
		"from windows.kt":   strings.ReplaceAll(enum, "\n", "\r\n"),
		"without a semi.kt": `enum class StytchAPIErrorType(val type: String) { A("first_code"), B("second_code"), C("third_code") }`,
		"comma.kt":          `enum class StytchAPIErrorType(val type: String) { A("first_code"), B("second_code"), C("third_code"), }`,
		"semi.kt":           `enum class StytchAPIErrorType(val type: String) { A("first_code"), B("second_code"), C("third_code"); }`,
	} {
		got, err := listOf(name).codes(name, content)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// listOf returns the list that is a file of that kind.
func listOf(name string) list {
	if strings.HasSuffix(name, ".ts") {
		return lists[0]
	}
	return lists[1]
}

// TestMalformed parses lists that are not whole, or not what is known of them.
func TestMalformed(t *testing.T) {
	const ts, kt = "export type StytchAPIErrorType =\n", "enum class StytchAPIErrorType(val type: String) {\n"
	for _, test := range []struct{ name, content, want string }{
		{"a.ts", "", `a.ts:1: there is no "type StytchAPIErrorType ="`},
		{"a.ts", "export type Other = 'a';\n", `a.ts:2: there is no "type StytchAPIErrorType ="`},
		{"a.ts", ts, "a.ts:2: a code in quotes is missing before the end of the file"},
		{"a.ts", ts + "| 'a'\n|", "a.ts:3: a code in quotes is missing before the end of the file"},
		{"a.ts", ts + "| 'a'\n", "a.ts:3: the list does not end with a semicolon: the end of the file follows"},
		{"a.ts", ts + "| 'a'\n'b';", `a.ts:3: the list does not end with a semicolon: the string "b" follows`},
		{"a.ts", ts + "| 'a\n| 'b';", "a.ts:2: the string does not end"},
		{"a.ts", ts + "| 'a' /* and so on", "a.ts:2: the comment does not end"},
		{"a.ts", ts + "| 'a' | OtherCodes;", `a.ts:2: a code in quotes is missing before "OtherCodes"`},
		{"a.ts", ts + "| 'a' | `b`;", "a.ts:2: a code in quotes is missing before the string \"b\""},
		{"a.ts", ts + `| 'a' | 'b\u0063';`, "a.ts:2: a code in quotes is missing before the string"},
		{"a.ts", ts + "| 'a' | (string | 'b');", `a.ts:2: "&" is missing before "|"`},
		{"a.ts", ts + "| 'a' | (string & /*", "a.ts:2: the comment does not end"},
		{"a.ts", ts + "string;", "a.ts: StytchAPIErrorType has no code"},
		{"a.ts", ts + "| 'a' | 'B' | 'c d' | '' | '$e';", "a.ts:2: \"B\" is not written like a code\na.ts:2: \"c d\" is not written like a code\na.ts:2: \"\" is not written like a code\na.ts:2: \"$e\" is not written like a code"},
		{"a.ts", ts + "| 'a'\n| 'b'\n| 'a';", `a.ts:4: "a" is in line 2 already`},
		{"a.ts", "`${'x' /*", "a.ts:1: the comment does not end"},
		{"a.ts", "`${'x'", `a.ts:1: there is no "}" for the "{" here`},
		{"a.ts", "`x", "a.ts:1: the string does not end"},

		{"a.kt", "", `a.kt:1: there is no "enum class StytchAPIErrorType"`},
		{"a.kt", "enum class StytchAPIErrorType", `a.kt:1: there is no "{"`},
		{"a.kt", kt, "a.kt:2: the name of an entry is missing before the end of the file"},
		{"a.kt", kt + "}", "a.kt: StytchAPIErrorType has no code"},
		{"a.kt", kt + `A("a"),`, "a.kt:2: the name of an entry is missing before the end of the file"},
		{"a.kt", kt + `A("a")`, "a.kt:2: a comma is missing before the end of the file"},
		{"a.kt", kt + `A("a") B("b")`, `a.kt:2: a comma is missing before "B"`},
		{"a.kt", kt + `A("a"`, "a.kt:2: the list does not end"},
		{"a.kt", kt + `A("a", x(`, `a.kt:2: there is no ")" for the "(" here`},
		{"a.kt", kt + `A("a") { x`, `a.kt:2: there is no "}" for the "{" here`},
		{"a.kt", kt + `@A(x`, `a.kt:2: there is no ")" for the "(" here`},
		{"a.kt", kt + "A,\n", `a.kt:2: "A" has no code: there is no argument`},
		{"a.kt", kt + "A(),\n", `a.kt:2: "A" has no code: no string is its type`},
		{"a.kt", kt + `A(name = "a")`, `a.kt:2: "A" has no code: no string is its type`},
		{"a.kt", kt + `A(1, "a")`, `a.kt:2: "A" has no code: no string is its type`},
		{"a.kt", kt + `A("a" + "b")`, `a.kt:2: "A" has no code: no string is its type`},
		{"a.kt", kt + `A(type = "a".lowercase(Locale.US))`, `a.kt:2: "A" has no code: no string is its type`},
		{"a.kt", kt + `A(type = "${prefix}_a")`, `a.kt:2: "A" has no code: no string is its type`},
		{"a.kt", kt + `A(type = CODE)`, `a.kt:2: "A" has no code: no string is its type`},
		{"a.kt", kt + `"a"`, `a.kt:2: the name of an entry is missing before the string "a"`},
		{"a.kt", kt + `A("$prefix");`, `a.kt:2: "$prefix" is not written like a code`},
		{"a.kt", kt + "A(\"a\"),\nB(\"a\")}", `a.kt:3: "a" is in line 2 already`},
		{"a.kt", "/* /* */ " + kt, "a.kt:1: the comment does not end"},
		{"a.kt", `"""x""`, "a.kt:1: the string does not end"},
		{"a.kt", kt + `A("a)`, "a.kt:2: the string does not end"},
		{"a.kt", kt + "\x00", `a.kt:2: the name of an entry is missing before "\x00"`},
	} {
		codes, err := listOf(test.name).codes(test.name, test.content)
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%q: %q, %v\nwant %s", test.content, codes, err, test.want)
		}
	}
}

// TestCut cuts whole lists everywhere: before the list ends, each is an error.
func TestCut(t *testing.T) {
	for name, content := range map[string]string{"a.ts": union, "a.kt": enum} {
		whole := strings.LastIndex(content, ";") // of the enum
		if name == "a.ts" {
			whole = strings.Index(content, "{});") + len("{})")
		}
		for i := range content {
			_, err := listOf(name).codes(name, content[:i])
			if (err == nil) != (i > whole) {
				t.Errorf("%s of %d bytes: %v", name, i, err)
			}
		}
	}
}

// FuzzParse parses anything. What is wrong is told with a place in the file.
func FuzzParse(f *testing.F) {
	for _, content := range append(fuzzseed.Changed(500, union), union) {
		f.Add(true, content)
	}
	for _, content := range append(fuzzseed.Changed(500, enum), enum) {
		f.Add(false, content)
	}
	f.Fuzz(func(t *testing.T, ts bool, content string) {
		name := "a.kt"
		if ts {
			name = "a.ts"
		}
		codes, err := listOf(name).codes(name, content)
		if err == nil && len(codes) == 0 {
			t.Error("no code and no error")
		}
		if err != nil && !strings.HasPrefix(err.Error(), name+":") {
			t.Errorf("%v has no place", err)
		}
	})
}
