package stytchunhandled

import (
	"go/types"
	"slices"
	"strings"
)

// loggers are the packages that log, trace or count: what they are given
// decides nothing. Those below them are meant, too.
var loggers = []string{
	"cloud.google.com/go/errorreporting",
	"cloud.google.com/go/logging",
	"expvar",
	"github.com/DataDog",
	"github.com/airbrake/gobrake",
	"github.com/apex/log",
	"github.com/aws/aws-xray-sdk-go",
	"github.com/bugsnag/bugsnag-go",
	"github.com/charmbracelet/log",
	"github.com/cactus/go-statsd-client",
	"github.com/davecgh/go-spew",
	"github.com/getsentry/sentry-go",
	"github.com/go-chi/httplog",
	"github.com/go-kit/log",
	"github.com/go-logr",
	"github.com/gofiber/fiber/v2/log",
	"github.com/gofiber/fiber/v3/log",
	"github.com/golang/glog",
	"github.com/hashicorp/go-hclog",
	"github.com/honeybadger-io/honeybadger-go",
	"github.com/honeycombio/beeline-go",
	"github.com/inconshreveable/log15",
	"github.com/labstack/gommon/log",
	"github.com/newrelic/go-agent",
	"github.com/opentracing/opentracing-go",
	"github.com/phuslu/log",
	"github.com/prometheus/client_golang",
	"github.com/rollbar/rollbar-go",
	"github.com/rs/zerolog",
	"github.com/sirupsen/logrus",
	"go.opencensus.io",
	"go.opentelemetry.io/otel",
	"go.uber.org/zap",
	"gopkg.in/DataDog",
	"k8s.io/klog",
	"log",
	"runtime/debug",
	"testing",
}

// counters are the packages among them that count.
var counters = []string{
	"expvar",
	"github.com/DataDog/datadog-go",
	"github.com/cactus/go-statsd-client",
	"github.com/prometheus/client_golang",
	"go.opencensus.io/stats",
	"go.opentelemetry.io/otel/metric",
	"sync/atomic",
}

// counts reports whether a function counts: one of those packages, or a method
// that is not in view and has the form of theirs. What it counts is for people.
func (c *check) counts(fn *types.Func) bool {
	if fn.Pkg() == nil || c.decls[fn] != nil {
		return false
	}
	if isBelow(fn.Pkg().Path(), counters) {
		return fn.Pkg().Path() != "sync/atomic" || strings.HasPrefix(fn.Name(), "Add")
	}
	sig := fn.Signature()
	if sig.Recv() == nil || fn.Pkg().Path() == "sync" || sig.Results().Len() > 0 {
		return false
	}
	switch fn.Name() {
	case "Inc", "Incr", "Increment":
		return sig.Params().Len() == 0
	case "Add", "Observe":
		if sig.Params().Len() != 1 {
			return false
		}
		b, ok := sig.Params().At(0).Type().Underlying().(*types.Basic)
		return ok && b.Info()&types.IsNumeric != 0
	}
	return false
}

// isLogging reports whether a package does nothing but log.
func isLogging(path string) bool { return isBelow(path, loggers) }

func isBelow(path string, list []string) bool {
	return slices.ContainsFunc(list, func(l string) bool {
		rest, ok := strings.CutPrefix(path, l)
		return ok && (rest == "" || rest[0] == '/')
	})
}

// logs reports whether a function logs, or counts. So do those of loggers that are not
// known, which can be told by their form: they take any number of values of any
// type and have no result.
func (c *check) logs(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	quiet, ok := c.quiet[fn.Pkg()]
	if !ok {
		quiet = isLogging(fn.Pkg().Path())
		c.quiet[fn.Pkg()] = quiet
	}
	if quiet {
		return true
	}
	sig := fn.Signature()
	if fn.Pkg().Path() == "fmt" {
		return strings.HasPrefix(fn.Name(), "Print") || strings.HasPrefix(fn.Name(), "Fprint")
	}
	return c.decls[fn] == nil && sig.Results().Len() == 0 && takesAnything(sig) || c.counts(fn)
}

// takesAnything reports whether a function takes any number of values of any
// type.
func takesAnything(sig *types.Signature) bool {
	if !sig.Variadic() {
		return false
	}
	last, ok := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
	if !ok {
		return false
	}
	i, ok := types.Unalias(last.Elem()).Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0
}

// formatting are the packages that render values, or change texts, and decide
// nothing. Of package strings these are the functions that return a text.
var formatting = map[string]bool{
	"bytes":           true,
	"encoding/base64": true,
	"encoding/hex":    true,
	"encoding/json":   true,
	"encoding/xml":    true,
	"fmt":             true,
	"html":            true,
	"html/template":   true,
	"net/url":         true,
	"path":            true,
	"strconv":         true,
	"strings":         true,
	"text/template":   true,
	"time":            true,
	"unicode/utf8":    true,
}

// formats reports whether a function only renders what it is given.
func formats(fn *types.Func) bool {
	if fn.Pkg() == nil || !formatting[fn.Pkg().Path()] {
		return false
	}
	for r := range fn.Signature().Results().Variables() {
		if b, ok := r.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString == 0 {
			return false // it searches, compares or counts
		}
	}
	return true
}
