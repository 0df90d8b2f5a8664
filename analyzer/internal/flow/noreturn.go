package flow

import (
	"go/types"
	"slices"
)

// noReturn are the functions that never return: by the path of their package,
// and for methods the name of the receiver's type, the names.
var noReturn = map[string][]string{
	"os":                                  {"Exit"},
	"runtime":                             {"Goexit"},
	"syscall":                             {"Exit"},
	"log":                                 {"Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln"},
	"log.Logger":                          {"Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln"},
	"testing.common":                      {"FailNow", "Fatal", "Fatalf", "Skip", "SkipNow", "Skipf"},
	"testing.TB":                          {"FailNow", "Fatal", "Fatalf", "Skip", "SkipNow", "Skipf"},
	"github.com/sirupsen/logrus":          {"Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln"},
	"github.com/sirupsen/logrus.Logger":   {"Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln"},
	"github.com/sirupsen/logrus.Entry":    {"Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln"},
	"go.uber.org/zap.Logger":              {"Fatal", "Panic"},
	"go.uber.org/zap.SugaredLogger":       {"Fatal", "Fatalf", "Fatalln", "Fatalw", "Panic", "Panicf", "Panicln", "Panicw"},
	"k8s.io/klog/v2":                      {"Exit", "Exitf", "Exitln", "Fatal", "Fatalf", "Fatalln"},
	"github.com/golang/glog":              {"Exit", "Exitf", "Exitln", "Fatal", "Fatalf", "Fatalln"},
	"github.com/charmbracelet/log":        {"Fatal", "Fatalf"},
	"github.com/charmbracelet/log.Logger": {"Fatal", "Fatalf"},
}

// endsAll reports whether a function is one of those.
func endsAll(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	key := fn.Pkg().Path()
	if recv := fn.Signature().Recv(); recv != nil {
		t := recv.Type()
		if p, ok := types.Unalias(t).(*types.Pointer); ok {
			t = p.Elem()
		}
		named, ok := types.Unalias(t).(*types.Named)
		if !ok {
			return false
		}
		key += "." + named.Obj().Name()
	}
	return slices.Contains(noReturn[key], fn.Name())
}
