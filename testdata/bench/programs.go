package main

import (
	"fmt"
	"strings"
)

// A subject is something that programs do with the SDK. Its functions have the
// same parameters, all return an error, and the first of them does the work.
type subject struct {
	name, params, args string
	work               string // what the first function does
	use                string // what a program does with the last one, %s
}

// subjects are such that every check has to look at one of them.
var subjects = []subject{
	{
		"code", "err error, code string", "err, code",
		"var e stytcherror.Error\n\tif errors.As(err, &e) && e.StatusCode == 404 && string(e.ErrorType) == code {\n\t\treturn nil\n\t}\n\treturn err",
		"func usesCode(err error) bool {\n\treturn %s(err, \"session_expired\") == nil\n}",
	},
	{
		"target", "err error, target any", "err, target",
		"if errors.As(err, target) {\n\t\treturn nil\n\t}\n\treturn err",
		"func usesTarget(err error) string {\n\tvar e *stytcherror.Error\n\tif %s(err, &e) == nil {\n\t\treturn e.RequestID\n\t}\n\treturn \"\"\n}",
	},
	{
		"text", "err error, part string", "err, part",
		"if strings.Contains(err.Error(), part) {\n\t\treturn nil\n\t}\n\treturn err",
		"func usesText(ctx context.Context, api *stytchapi.API) bool {\n\t_, err := api.Sessions.Authenticate(ctx, &sessions.AuthenticateParams{})\n\treturn %s(err, \"session_not_found\") == nil\n}",
	},
	{
		"token", "ctx context.Context, api *stytchapi.API, token string", "ctx, api, token",
		"_, err := api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: token})\n\treturn err",
		"func usesToken(ctx context.Context, api *stytchapi.API, token string) error {\n\tif err := %[1]s(ctx, api, token); err != nil {\n\t\treturn err\n\t}\n\treturn %[1]s(ctx, api, token)\n}",
	},
	{
		"session", "api *stytchapi.API, r *http.Request", "api, r",
		"_, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: r.Header.Get(\"Token\")})\n\treturn err",
		"func usesSession(api *stytchapi.API, w http.ResponseWriter, r *http.Request) {\n\tif err := %s(api, r); err != nil {\n\t\thttp.Error(w, \"failed\", http.StatusInternalServerError)\n\t\treturn\n\t}\n\tw.WriteHeader(http.StatusNoContent)\n}",
	},
	{
		"send", "ctx context.Context, api *stytchapi.API, address string", "ctx, api, address",
		"_, err := api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: address})\n\treturn err",
		"func usesSend(ctx context.Context, api *stytchapi.API, address string) error {\n\terr := %s(ctx, api, address)\n\tvar e stytcherror.Error\n\tif errors.As(err, &e) && e.ErrorType == \"email_not_found\" {\n\t\t_, err = api.MagicLinks.Email.LoginOrCreate(ctx, &email.LoginOrCreateParams{Email: address})\n\t}\n\treturn err\n}",
	},
	{
		"client", "id, secret string", "id, secret",
		"_, err := stytchapi.NewClient(id, secret)\n\treturn err",
		"func usesClient() error {\n\treturn %s(\"project-live-11111111-1111-1111-1111-111111111111\", \"secret-test-111111111111111111111111111111111111\")\n}",
	},
}

// A program is a way in which programs grow.
type program struct {
	name string
	// write writes n functions for a subject and returns the one that the rest of
	// the program calls.
	write func(b *strings.Builder, s subject, n int) string
	// alone says that n is not the number of functions, but the size of one.
	alone bool
}

var programs = []program{
	{"chain", links(func(call string) string { return "\treturn " + call + "\n" }), false},
	{"double calls", links(func(call string) string {
		return "\tif err := " + call + "; err == nil {\n\t\treturn nil\n\t}\n\treturn " + call + "\n"
	}), false},
	{"mutual recursion", circle, false},
	{"methods", methods, false},
	{"callers", callers, false},
	{"wide switches", links(func(call string) string {
		var b strings.Builder
		b.WriteString("\tswitch time.Now().Nanosecond() {\n")
		for i := range 20 {
			fmt.Fprintf(&b, "\tcase %d:\n\t\treturn nil\n", i)
		}
		return b.String() + "\tdefault:\n\t\treturn " + call + "\n\t}\n\treturn nil\n"
	}), false},
	{"nested loops", links(func(call string) string {
		return strings.Repeat("for range 3 {\n", 6) + "if err := " + call + "; err != nil {\nreturn err\n}\n" + strings.Repeat("}\n", 6) + "return nil\n"
	}), false},
	{"deep literals", links(func(call string) string {
		return "\t_ = " + strings.Repeat("[]any{", 12) + call + strings.Repeat(", "+literal+"}", 12) + "\n\treturn nil\n"
	}), false},
	{"many results", links(func(call string) string {
		return "\tmany := func() (a, b, c, d, e, f, g, h error) {\n\t\ta = " + call + "\n\t\treturn " + strings.Repeat("a, ", 7) + "a\n\t}\n" +
			"\ta, b, c, d, e, f, g, h := many()\n\treturn errors.Join(a, b, c, d, e, f, g, h)\n"
	}), false},

	{"one switch", body(func(b *strings.Builder, call string, n int) {
		b.WriteString("\tswitch time.Now().Nanosecond() {\n")
		for i := range n {
			fmt.Fprintf(b, "\tcase %d:\n\t\treturn %s\n", i, call)
		}
		b.WriteString("\t}\n\treturn nil\n")
	}), true},
	{"one literal", body(func(b *strings.Builder, call string, n int) {
		b.WriteString("\t_ = []any{\n" + strings.Repeat("\t\t"+call+", "+literal+",\n", n) + "\t}\n\treturn nil\n")
	}), true},
	{"one chain of variables", body(func(b *strings.Builder, call string, n int) {
		fmt.Fprintf(b, "\te0 := %s\n", call)
		for i := range n {
			fmt.Fprintf(b, "\te%d := e%d\n", i+1, i)
		}
		fmt.Fprintf(b, "\treturn e%d\n", n)
	}), true},
	{"one list of statements", body(func(b *strings.Builder, call string, n int) {
		b.WriteString(strings.Repeat("\tif err := "+call+"; err != nil {\n\t\treturn err\n\t}\n", n) + "\treturn nil\n")
	}), true},
	{"one nest of conditions", body(func(b *strings.Builder, call string, n int) {
		b.WriteString(strings.Repeat("if err := "+call+"; err == nil {\n", n) + strings.Repeat("}\n", n) + "return nil\n")
	}), true},
}

const literal = `stytcherror.Error{StatusCode: 401, ErrorType: "session_not_found"}`

// links returns what writes functions, each of which calls the one before in its
// body.
func links(body func(call string) string) func(*strings.Builder, subject, int) string {
	return func(b *strings.Builder, s subject, n int) string {
		first(b, s)
		for i := range n - 1 {
			fmt.Fprintf(b, "func %s%d(%s) error {\n%s}\n\n", s.name, i+1, s.params, body(fmt.Sprintf("%s%d(%s)", s.name, i, s.args)))
		}
		return fmt.Sprintf("%s%d", s.name, n-1)
	}
}

// circle writes functions, each of which calls the one before and the one behind.
func circle(b *strings.Builder, s subject, n int) string {
	first(b, s)
	for i := range n {
		fmt.Fprintf(b, "func %[1]s%[2]d(%[3]s) error {\n\tif err := %[1]s%[4]d(%[6]s); err != nil {\n\t\treturn %[1]s%[5]d(%[6]s)\n\t}\n\treturn nil\n}\n\n",
			s.name, i+1, s.params, (i+1)%n+1, i, s.args)
	}
	return fmt.Sprintf("%s%d", s.name, n)
}

// methods writes methods, each of which calls the one before.
func methods(b *strings.Builder, s subject, n int) string {
	first(b, s)
	fmt.Fprintf(b, "type %[1]sService struct{}\n\nfunc (%[1]sService) m0(%[2]s) error { return %[1]s0(%[3]s) }\n\n", s.name, s.params, s.args)
	for i := range n - 1 {
		fmt.Fprintf(b, "func (s %sService) m%d(%s) error { return s.m%d(%s) }\n\n", s.name, i+1, s.params, i, s.args)
	}
	return fmt.Sprintf("(%sService{}).m%d", s.name, n-1)
}

// callers writes functions, all of which use the same one.
func callers(b *strings.Builder, s subject, n int) string {
	first(b, s)
	for i := range n - 1 {
		fmt.Fprintln(b, strings.Replace(fmt.Sprintf(s.use, s.name+"0"), "func uses", fmt.Sprintf("func uses%d", i), 1))
	}
	return s.name + "0"
}

// body returns what writes one function with n of something.
func body(write func(b *strings.Builder, call string, n int)) func(*strings.Builder, subject, int) string {
	return func(b *strings.Builder, s subject, n int) string {
		first(b, s)
		fmt.Fprintf(b, "func %sBig(%s) error {\n", s.name, s.params)
		write(b, fmt.Sprintf("%s0(%s)", s.name, s.args), n)
		b.WriteString("}\n\n")
		return s.name + "Big"
	}
}

func first(b *strings.Builder, s subject) {
	fmt.Fprintf(b, "func %s0(%s) error {\n\t%s\n}\n\n", s.name, s.params, s.work)
}

const header = `// Package p is generated.
package p

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

var _ = time.Now

`

// source returns the source of a program of a size.
func (p program) source(n int) string {
	var b strings.Builder
	b.WriteString(header)
	for _, s := range subjects {
		fmt.Fprintf(&b, s.use+"\n\n", p.write(&b, s, n))
	}
	return b.String()
}
