// Package values holds tokens in all that an expression can be.
package values

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
)

var api *stytchapi.API

func spend(ctx context.Context, token string) error {
	_, err := api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: token})
	return err
}

type form struct {
	Token string
	Parts []string
	Inner struct{ Token string }
}

// Comparisons with constants are conditions themselves.

func constants(ctx context.Context, token string, long bool) {
	if (len(token) > 10) == true {
		spend(ctx, token)
	}
	if !(len(token) > 10) {
		spend(ctx, token)
	}
	if true == long {
		spend(ctx, token) // want `already authenticated`
	}
}

func constantsTwice(ctx context.Context, token string, long bool) {
	if long == false {
		return
	}
	spend(ctx, token)
	if !(false == long) {
		spend(ctx, token) // want `already authenticated`
	}
}

func negated(ctx context.Context, token string, long bool) {
	if !!long {
		spend(ctx, token)
	}
	if !long {
		spend(ctx, token)
	}
	if long != false {
		spend(ctx, token) // want `already authenticated`
	}
}

func compared(ctx context.Context, token string, n, m int) {
	if n < m {
		spend(ctx, token)
	}
	if n >= m {
		spend(ctx, token)
	}
}

func comparedAgain(ctx context.Context, token string, n, m int) {
	if n < m {
		spend(ctx, token)
	}
	if m > n {
		spend(ctx, token) // want `already authenticated`
	}
}

// Slices and elements.

func sliced(ctx context.Context, token string) {
	spend(ctx, token[:])
	spend(ctx, token) // want `already authenticated`
	spend(ctx, token[1:])
	spend(ctx, token[2:])
	spend(ctx, token[1:]) // want `already authenticated`
}

func elements(ctx context.Context, tokens []string, i int) {
	p := &tokens[i]
	spend(ctx, *p)
	spend(ctx, tokens[i]) // want `already authenticated`
	*p = "next" + tokens[0]
	spend(ctx, tokens[i])
}

func array(ctx context.Context, a, b string) {
	tokens := [...]string{a, b}
	spend(ctx, tokens[0])
	spend(ctx, a) // want `already authenticated`
	spend(ctx, tokens[1])
}

func indexed(ctx context.Context, a, b string) {
	tokens := [2]string{1: a, 0: b}
	spend(ctx, tokens[1])
	spend(ctx, b)
	spend(ctx, a) // want `already authenticated`
}

func copiedOver(ctx context.Context, tokens, others []string) {
	spend(ctx, tokens[0])
	copy(tokens, others)
	spend(ctx, tokens[0])
}

func cleared(ctx context.Context, tokens map[string]string, load func(map[string]string)) {
	spend(ctx, tokens["a"])
	clear(tokens)
	load(tokens)
	spend(ctx, tokens["a"])
}

func deleted(ctx context.Context, tokens map[string]string) {
	spend(ctx, tokens["a"])
	delete(tokens, "a")
	spend(ctx, tokens["a"])
}

func readOnly(ctx context.Context, tokens []string) {
	spend(ctx, tokens[0])
	fmt.Println(len(tokens), cap(tokens), append([]string{"x"}, tokens...))
	spend(ctx, tokens[0]) // want `already authenticated`
}

func appended(ctx context.Context, tokens []string, next string) {
	spend(ctx, tokens[0])
	tokens = append(tokens[:0], next)
	spend(ctx, tokens[0])
}

// Pointers to parts.

func field(ctx context.Context, f *form) {
	p := &f.Token
	spend(ctx, f.Token)
	spend(ctx, *p) // want `already authenticated`
	*p += "x"
	spend(ctx, f.Token)
}

func inner(ctx context.Context, f *form) {
	p := &f.Inner
	spend(ctx, f.Inner.Token)
	spend(ctx, p.Token) // want `already authenticated`
	p.Token += "x"
	spend(ctx, f.Inner.Token)
}

var current, last = form{}, &form{}

// What others are told the place of, they may change.
func global(ctx context.Context, refill func(*string)) {
	p := &current.Token
	spend(ctx, current.Token)
	spend(ctx, *p)
	refill(p)
	spend(ctx, current.Token)
}

func globalPart(ctx context.Context) {
	p := &last.Inner
	spend(ctx, last.Inner.Token)
	spend(ctx, p.Token) // want `already authenticated`
}

func assigned(ctx context.Context, f, g form) {
	spend(ctx, f.Token)
	f = g
	spend(ctx, f.Token)
}

func through(ctx context.Context, f, g *form) {
	spend(ctx, f.Token)
	*f = *g
	spend(ctx, f.Token)
	spend(ctx, g.Token) // want `already authenticated`
}

// Types.

func asserted(ctx context.Context, v any) {
	spend(ctx, v.(string))
	spend(ctx, v.(string)) // want `already authenticated`
}

// That may have been no text.
func assertedMaybe(ctx context.Context, v any) {
	if s, ok := v.(string); ok {
		spend(ctx, s)
	}
	if s, ok := v.(string); !ok {
		spend(ctx, s)
	}
}

func switched(ctx context.Context, v any) {
	switch v := v.(type) {
	case string:
		spend(ctx, v)
		spend(ctx, v) // want `already authenticated`
	case fmt.Stringer:
		spend(ctx, v.String())
	case nil, error:
		return
	default:
		spend(ctx, fmt.Sprint(v))
	}
}

func generic[T ~string](ctx context.Context, token T) {
	spend(ctx, string(token))
	spend(ctx, string(token)) // want `already authenticated`
}

func two[A, B any](ctx context.Context, token string, _ A, _ B) error { return spend(ctx, token) }

func instantiated(ctx context.Context, token string) {
	f := two[int, string]
	f(ctx, token, 1, "")
	two[int, string](ctx, token, 2, "") // want `already authenticated`
}

// Operators.

func operators(ctx context.Context, token string, n int) {
	m := n
	m -= 1
	m++
	if m == n {
		spend(ctx, token)
	}
	m |= 4
	if m == n {
		spend(ctx, token) // want `already authenticated`
	}
}

func different(ctx context.Context, token string, n int) {
	m := -n
	if m == -n {
		spend(ctx, token)
	} else {
		spend(ctx, token)
	}
}

func received(ctx context.Context, tokens chan string) {
	spend(ctx, <-tokens)
	spend(ctx, <-tokens)
	t := <-tokens
	tokens <- t
	spend(ctx, t)
	spend(ctx, t) // want `already authenticated`
}

func declared(ctx context.Context, r *http.Request) {
	var token, ok = find(r)
	if !ok {
		return
	}
	spend(ctx, token)
	var again, _ = find(r)
	spend(ctx, again) // want `already authenticated`
	var first, second = token, again
	spend(ctx, first)  // want `already authenticated`
	spend(ctx, second) // want `already authenticated`
}

func find(r *http.Request) (string, bool) {
	t := r.FormValue("token")
	return t, t != ""
}

// Structs that hold others, by value or by pointer.

type outer struct {
	form
	next   *outer
	parent *form
}

func promoted(ctx context.Context, o outer, p *outer) {
	spend(ctx, o.Token)
	spend(ctx, o.form.Token) // want `already authenticated`
	spend(ctx, p.Token)
	spend(ctx, p.next.Token)
	p = p.next
	spend(ctx, p.Token) // want `already authenticated`
}

type linked struct {
	*form
}

func byPointer(ctx context.Context, l linked) {
	spend(ctx, l.Token)
	spend(ctx, l.form.Token) // want `already authenticated`
}

func literals(ctx context.Context, token, other string) {
	list := []*form{{Token: token}, {Token: other}}
	spend(ctx, list[0].Token)
	spend(ctx, token) // want `already authenticated`
	spend(ctx, list[1].Token)
}

func keyed(ctx context.Context, token, other string) {
	byName := map[string]form{"a": {Token: token}, "b": {Token: other}}
	spend(ctx, byName["a"].Token)
	spend(ctx, token) // want `already authenticated`
	spend(ctx, byName["b"].Token)
}

func unkeyed(ctx context.Context, token string) {
	f := form{token, nil, struct{ Token string }{"x" + token}}
	spend(ctx, f.Token)
	spend(ctx, token) // want `already authenticated`
	spend(ctx, f.Inner.Token)
}

// An object that holds itself.
func itself(ctx context.Context, token string) {
	o := &outer{form: form{Token: token}}
	o.next = o
	spend(ctx, o.next.Token)
	spend(ctx, o.next.next.Token) // want `already authenticated`
}

// A literal that writes to variables around it.
func literal(ctx context.Context, token string, load func() form) {
	var f form
	fill := func() error {
		f = load()
		return spend(ctx, token)
	}
	fill()
	spend(ctx, f.Token)
	fill() // want `already authenticated`
	spend(ctx, f.Token)
}

func buffered(ctx context.Context, r io.Reader) {
	buf := make([]byte, 64)
	for range 3 {
		n, err := r.Read(buf)
		if err != nil {
			return
		}
		spend(ctx, string(buf[:n]))
	}
}

func bufferedTwice(ctx context.Context, r io.Reader) {
	buf := make([]byte, 64)
	io.ReadFull(r, buf)
	spend(ctx, string(buf))
	io.ReadFull(r, buf)
	spend(ctx, string(buf))
}

func conversions(ctx context.Context, b []byte, r []rune) {
	spend(ctx, string(b))
	spend(ctx, string(b)) // want `already authenticated`
	spend(ctx, string(r))
	b[0]++
	spend(ctx, string(b))
	spend(ctx, string(b)) // want `already authenticated`
}

// What is not known holds nothing that is known.
func unknownBytes(ctx context.Context, next chan []byte) {
	(<-next)[0] = 'x'
	spend(ctx, string(<-next))
	spend(ctx, string((<-next)[:8]))
	spend(ctx, string((<-next)[:8]))
}

func bytesOf(ctx context.Context, token string) {
	b := []byte(token)
	spend(ctx, token)
	spend(ctx, string(b)) // want `already authenticated`
	b[0] = 'x'
	spend(ctx, string(b))
}

func reader(ctx context.Context, r io.Reader) {
	var b bytes.Buffer
	b.ReadFrom(r)
	spend(ctx, b.String())
	b.Reset()
	b.ReadFrom(r)
	spend(ctx, b.String())
	s := bufio.NewScanner(r)
	s.Scan()
	spend(ctx, s.Text())
	s.Scan()
	spend(ctx, s.Text())
}

// A variable begins anew each time that it is declared.
func anew(ctx context.Context, tokens []string) {
	for _, t := range tokens {
		var f form
		if t != "" {
			f.Token = t
		}
		spend(ctx, f.Token)
	}
}

// A part that is handed on may be read. The whole may be written to by others.

func tokenOf(f *form) string    { return f.Token }
func tokensOf(f *form) []string { return []string{f.Token} }
func same(f *form) *form        { return f }
func kept(f *form) outer        { return outer{form: form{}, next: &outer{parent: f}} }

func handedOn(ctx context.Context, f *form) {
	spend(ctx, f.Token)
	fmt.Println(tokenOf(f), tokensOf(f))
	spend(ctx, f.Token) // want `already authenticated`
	g := same(f)
	g.Token = "x" + g.Token
	spend(ctx, f.Token)
}

func handedOnInside(ctx context.Context, f *form) {
	spend(ctx, f.Token)
	o := kept(f)
	o.next.parent.Token = "x"
	spend(ctx, f.Token)
}
