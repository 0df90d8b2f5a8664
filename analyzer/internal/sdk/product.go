package sdk

import (
	"go/types"
	"strings"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
	"github.com/stytchlint/stytchlint/catalog"
)

// ProductOf returns the product that a package of the SDK is for, in any major
// version; 0 where it is for none or for all of them.
func ProductOf(path string) catalog.Products {
	rest, _ := inModule(path)
	parts := strings.Split(rest, "/") // /stytch/b2b/...
	if len(parts) < 3 {
		return 0
	}
	switch parts[2] {
	case "consumer", "b2c":
		return catalog.Consumer
	case "b2b":
		return catalog.B2B
	}
	return 0
}

// CallName returns the product and the name of a call of the SDK, such as "b2b
// MagicLinksEmail.Invite": as the catalog has it, but without dots between clients.
// Of a call through an interface of the program, often only the product is known, and
// of others nothing.
func CallName(fn *types.Func) string {
	if op, ok := OperationOf(fn); ok {
		return FlatCall(op.Name)
	}
	of, client := fn.Pkg().Path(), ""
	if recv := library.TypeName(fn.Signature().Recv().Type()); recv != nil && InModule(of) {
		client = strings.TrimSuffix(recv.Name(), "Client")
	} else if params, ok := ParamsOf(fn); ok {
		of = params.Pkg().Path()
	}
	if product := ProductOf(of); product != 0 {
		return product.String() + " " + client + "." + fn.Name()
	}
	return ""
}

// FlatCall returns the name of a call in the catalog as [CallName] has it.
func FlatCall(name string) string {
	i := strings.LastIndexByte(name, '.')
	if i < 0 {
		return name
	}
	return strings.ReplaceAll(name[:i], ".", "") + name[i:]
}
