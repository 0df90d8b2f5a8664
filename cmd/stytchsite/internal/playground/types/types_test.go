package types_test

import (
	"archive/zip"
	"bytes"
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	gotypes "go/types"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/playground/types"
)

var written = sync.OnceValues(func() ([]byte, error) {
	dir, err := filepath.Abs("../../../../../testdata")
	if err != nil {
		return nil, err
	}
	return types.Write(context.Background(), dir)
})

func open(t *testing.T) *types.Bundle {
	t.Helper()
	file, err := written()
	if err != nil {
		t.Fatal(err)
	}
	b, err := types.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestWrite writes the file twice.
func TestWrite(t *testing.T) {
	t.Parallel()
	one, err := written()
	if err != nil {
		t.Fatal(err)
	}
	dir, err := filepath.Abs("../../../../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	other, err := types.Write(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one, other) {
		t.Error("the file is another one each time")
	}
	if len(one) > 3<<20 {
		t.Errorf("the file has %d bytes", len(one))
	}
}

// TestPaths names packages that are there, and others that are not.
func TestPaths(t *testing.T) {
	t.Parallel()
	b := open(t)
	for _, path := range []string{"errors", "net/http", "github.com/stytchauth/stytch-go/v18/stytch/stytcherror", "github.com/gin-gonic/gin"} {
		if !b.Has(path) {
			t.Errorf("%s is not there", path)
		}
	}
	for _, path := range []string{"internal/abi", "vendor/golang.org/x/net/idna", "stytchcode", "github.com/other/module", "cmd/go"} {
		if b.Has(path) {
			t.Errorf("%s is there", path)
		}
	}
	if !b.Has("unsafe") {
		t.Error("unsafe is not there")
	}
	if _, err := b.Import("github.com/other/module"); err == nil {
		t.Error("it is imported")
	}
}

// TestImport imports all packages in one program: a package that comes with several
// others is the same one.
func TestImport(t *testing.T) {
	t.Parallel()
	b := open(t)
	file, err := written()
	if err != nil {
		t.Fatal(err)
	}
	names, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	paths := []string{"unsafe"}
	for _, f := range names.File {
		paths = append(paths, f.Name)
	}
	for _, path := range paths {
		if pkg, err := b.Import(path); err != nil || !pkg.Complete() || pkg.Path() != path {
			t.Errorf("%s: %v, %v", path, pkg, err)
		}
	}
	const src = `package main

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func check(api *stytchapi.API, c *gin.Context, w http.ResponseWriter, r *http.Request) time.Duration {
	_, err := api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{})
	var e stytcherror.Error
	if errors.As(err, &e) {
		http.Error(w, string(e.ErrorType), http.StatusUnauthorized)
	}
	<-context.Background().Done()
	return time.Second
}
`
	fset := token.NewFileSet()
	parsed, err := parser.ParseFile(fset, "main.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := (&gotypes.Config{Importer: b}).Check("main", fset, []*ast.File{parsed}, nil); err != nil {
		t.Error(err)
	}
}

// TestOpen opens what is no such file.
func TestOpen(t *testing.T) {
	t.Parallel()
	if _, err := types.Open([]byte("PK")); err == nil {
		t.Error("it was opened")
	}
	file, err := written()
	if err != nil {
		t.Fatal(err)
	}
	broken := bytes.Clone(file)
	for i := range len(broken) / 2 {
		broken[i] = 0
	}
	b, err := types.Open(broken)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Import("errors"); err == nil {
		t.Error("it was imported")
	}
}
