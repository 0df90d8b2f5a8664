package trigger

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

func TestScan(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		src  string
		want Hit
	}{
		{"package a", 0},
		{`package a; import "github.com/stytchauth/stytch-go/v17/stytch"`, Name},
		{`package a; const host = "test.stytch.com"`, Name},
		{"package a\n//stytchlint:ignore stytchcode because", Name},
		{`package a; const column, host = "stytch_id", "https://test.stytch.com"`, Name},
		{`package a; const column, other = "stytch_id", "github.com/stytchauth/stytch-node"; func stytch() {} // stytchlint`, 0},
		{"package a // Stytch", 0},
		{"func As(err error, target any) bool { return errors.As(err, target) }", Helper},
		{"func As(err error, to any) bool { return errors.As(\n\terr,\n\tto,\n) }", Helper},
		{"func As(err error, to any) bool { return (errors.As)(err, (to)) }", Helper},
		{"func As(t T, err error, to any) { require.ErrorAs(t, err, to) }", Helper},
		{"func (s S) As(err error, to any) { s.ErrorAsf(err, to, \"x\") }", Helper},
		{"func (s S) As(err error, to any) { s.ErrorAs(\n\terr,\n\tto,\n) }", Helper},
		{"func f(err error) { var e *E; errors.As(err, &e) }", 0},
		{"func f(t T, err error) { var e *E; require.ErrorAs(t, err, &e) }", 0},
		{"func f(err error) { e, ok := err.(*E) }", 0},
		{"func f(err error) { e, ok := errors.AsType[*E](err) }", 0},
		{"func Find[T error](err error) { e, ok := errors.AsType[T](err) }", Helper},
		{"func Find[T error](err error) { e, ok := err.(T) }", Helper},
		{"func Find[T error](err error) { switch err.(type) { case T: } }", Helper},
		{"func Find[T error](err error) { var e T; errors.As(err, &e) }", Helper},
		{"func Map[T any](list []T) {}", 0},
		{"func f(l []int) { return func(x []int) {} }; func g(err error) { err.(E).Code() }", 0},
		{"// AsBool(x, y", 0},
		{"var x = As", 0},
		{"errors.As(err, target, and so on {([", 0},
		{"func f() {\n\terrors.As(err, target, and so on {([", 0},
		{"func f(err error) bool { target := new(E); return errors.As(err, target) }", 0},
		{"func f(err error, e *E) { x.HasAs(err, e); _As(err, e) }", 0},
		{"package a; func f(a int) {}; func As(err error, to any) bool { return errors.As(err, to) }", Helper},
		{"\tfunc As(err error, to interface{ x() }) bool { return errors.As(err, to) }", Helper},
		{"func Has[E interface{ error }](err error) bool { _, is := err.(E); return is }", Helper},
		{"func Has[E any](err error) bool { _, is := err.(*E); return is }", Helper},
		{"func Has[E any](err error) bool { switch err.(type) { case nil, E: } }", Helper},
		{"func Load[E any](m *sync.Map) { v, _ := m.Load(1); return v.(Other) }", 0},
		{"func (s Set[T]) Has(err error) bool { _, is := err.(T); return is }", 0},
		{"func Get[T any](p *Pool) T { switch x := p.get().(type) { case int, string: } }", 0},
	} {
		var s Scanner
		got, err := s.scan(strings.NewReader(tt.src), Name|Helper)
		if err != nil || got != tt.want {
			t.Errorf("%s: %v, %v; want %v", tt.src, got, err, tt.want)
		}
	}
}

func TestTakers(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]Hit{
		"func Fail(w Writer, err error) {}":                                     Taker,
		"func (s *Server) Fail(err error) {}":                                   Taker,
		"func Warn(format string, args ...any) {}":                              Taker,
		"func Deny(w http.ResponseWriter) {}":                                   Taker,
		"func (h handler) Deny(c *gin.Context) {}":                              Taker,
		"func Do(ctx context.Context, names ...string) {}":                      0,
		"func Do(ctx context.Context, c echo.Context) {}":                       Taker,
		"func Read(r *http.Response) {}":                                        0,
		"func (c *C) UnmarshalYAML(unmarshal func(any) error) error {}":         Taker,
		"func Do(f func(int) (int, error), list []error) {}":                    Taker,
		"func Sort(list []error, less func(a, b int) bool) {}":                  0,
		"func again(f func() error) error {}":                                   0,
		"func Do(f func(int) error, err error) {}":                              Taker,
		"func Do(int, error) {}":                                                Taker,
		"func Print(args ...interface{}) {}":                                    Taker,
		"func (e *Failure) Error() string { return e.text }":                    Taker,
		"func (Failure) Error() string { return \"\" }":                         Taker,
		"func (e *failure) Error() string { return e.text }":                    0,
		"func (l *Log) Error(text string) {}":                                   0,
		"func (l *Log) Error() *Event { return nil }":                           0,
		"func (s *Stats) Failed() { s.failed++ }":                               Taker,
		"func Failed(code string) {\n\tfailures.WithLabelValues(code).Inc()\n}": Taker,
		"func (s *Stats) failed() { s.n++ }":                                    0,
		"func (s *Stats) Next() int { s.n++; return s.n }":                      0,
		"func (s *Stats) Reset() { s.n = 0 }":                                   0,
		"func fail(err error) {}":                                               0,
		"func Open(name string) (*File, error) { return }":                      0,
		"func As(err error, target any) bool { return errors.As(err, target) }": Taker | Helper,
	} {
		var s Scanner
		if got, err := s.scan(strings.NewReader(src), Name|Helper|Taker); err != nil || got != want {
			t.Errorf("%s: %v, %v; want %v", src, got, err, want)
		}
	}
	src := []byte("package a\n\nfunc Fail(err error) {}\n")
	dir := t.TempDir()
	var s Scanner
	for _, tt := range []struct {
		name string
		own  bool
		want Hit
	}{{"a.go", true, Taker}, {"a.go", false, 0}, {"a_test.go", true, 0}} {
		file := filepath.Join(dir, tt.name)
		if err := os.WriteFile(file, src, 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := s.File(file, tt.own); err != nil || got != tt.want {
			t.Errorf("%+v: %v, %v", tt, got, err)
		}
	}
}

// TestPieces has what is looked for at every place around the end of the first
// piece of a file.
func TestPieces(t *testing.T) {
	t.Parallel()
	var s Scanner
	for text, want := range map[string]Hit{
		"stytch.com": Name,
		"github.com/stytchauth/stytch-go/v18/stytch":                              Name,
		"\nfunc As(err error, target any) bool { return errors.As(err, target) }": Helper,
	} {
		for at := window - len(text) - 2; at < window+2; at++ {
			src := strings.Repeat(" ", at) + text + strings.Repeat("\n", 2*window)
			got, err := s.scan(strings.NewReader(src), Name|Helper)
			if err != nil || got != want {
				t.Fatalf("%q at %d: %v, %v", text, at, got, err)
			}
		}
	}
	if got, err := s.scan(strings.NewReader(strings.Repeat("x", 3*window)), Name|Helper); err != nil || got != 0 {
		t.Errorf("nothing to find: %v, %v", got, err)
	}
	// The buffer still holds the file before.
	if _, err := s.scan(strings.NewReader("stytch.com"), Name|Helper); err != nil {
		t.Fatal(err)
	}
	if got, err := s.scan(iotest.OneByteReader(strings.NewReader("x")), Name|Helper); err != nil || got != 0 {
		t.Errorf("after another file: %v, %v", got, err)
	}
}

func TestFile(t *testing.T) {
	t.Parallel()
	var s Scanner
	name := filepath.Join(t.TempDir(), "a.go")
	if _, err := s.File(name, true); err == nil {
		t.Error("no error for a missing file")
	}
	if err := os.WriteFile(name, []byte("package a // stytch.com"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := s.File(name, true); err != nil || got != Name {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := s.File(t.TempDir(), true); err == nil {
		t.Error("no error for a directory")
	}
}

func TestHasName(t *testing.T) {
	t.Parallel()
	var s Scanner
	for src, want := range map[string]bool{
		"package a // stytch.com": true,
		"func As(err error, target any) bool { return errors.As(err, target) }": false,
	} {
		name := filepath.Join(t.TempDir(), "a.go")
		if err := os.WriteFile(name, []byte(src), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := s.HasName(name); err != nil || got != want {
			t.Errorf("%s: %t, %v", src, got, err)
		}
	}
}

func BenchmarkScan(b *testing.B) {
	src := strings.Repeat("func f(err error) error { return fmt.Errorf(\"no: %w\", err) }\n", 400)
	for name, wanted := range map[string]Hit{"names": Name, "helpers": Name | Helper} {
		b.Run(name, func(b *testing.B) {
			var s Scanner
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				if got, err := s.scan(strings.NewReader(src), wanted); err != nil || got != 0 {
					b.Fatal(got, err)
				}
			}
		})
	}
}
