package library

// fatalRows are the functions of loggers that log and end the program, or panic.
var fatalRows = []Row{
	{Name: "Fatal", Traits: NeverReturns},
	{Name: "Fatalf", Traits: NeverReturns},
	{Name: "Fatalln", Traits: NeverReturns},
	{Name: "Panic", Traits: NeverReturns},
	{Name: "Panicf", Traits: NeverReturns},
	{Name: "Panicln", Traits: NeverReturns},
}

// exitRows are those of glog, and of those made after it.
var exitRows = []Row{
	{Name: "Exit", Traits: NeverReturns},
	{Name: "ExitDepth", Traits: NeverReturns},
	{Name: "Exitf", Traits: NeverReturns},
	{Name: "Exitln", Traits: NeverReturns},
	{Name: "Fatal", Traits: NeverReturns},
	{Name: "FatalDepth", Traits: NeverReturns},
	{Name: "Fatalf", Traits: NeverReturns},
	{Name: "Fatalln", Traits: NeverReturns},
}

// gommonRows are those of the logger that echo uses.
var gommonRows = []Row{
	{Name: "Fatal", Traits: NeverReturns},
	{Name: "Fatalf", Traits: NeverReturns},
	{Name: "Fatalj", Traits: NeverReturns},
	{Name: "Panic", Traits: NeverReturns},
	{Name: "Panicf", Traits: NeverReturns},
	{Name: "Panicj", Traits: NeverReturns},
}

// logPackages log, trace and count.
var logPackages = []pkg{
	{path: "cloud.google.com/go/errorreporting", traits: Logs},
	{path: "cloud.google.com/go/logging", traits: Logs},
	{path: "expvar", traits: Logs | Counts},
	{path: "github.com/DataDog", traits: Logs},
	{path: "github.com/DataDog/datadog-go", traits: Logs | Counts},
	{path: "github.com/airbrake/gobrake", traits: Logs},
	{path: "github.com/apex/log", traits: Logs | ReadsOnly},
	{path: "github.com/aws/aws-xray-sdk-go", traits: Logs},
	{path: "github.com/bugsnag/bugsnag-go", traits: Logs},
	{path: "github.com/cactus/go-statsd-client", traits: Logs | Counts},
	{path: "github.com/charmbracelet/log", traits: Logs | ReadsOnly, rows: []Row{
		{Name: "Fatal", Traits: NeverReturns},
		{Name: "Fatalf", Traits: NeverReturns},
	}, types: []typ{
		{name: "Logger", rows: []Row{
			{Name: "Fatal", Traits: NeverReturns},
			{Name: "Fatalf", Traits: NeverReturns},
		}},
	}},
	{path: "github.com/davecgh/go-spew", traits: Logs | ReadsOnly},
	{path: "github.com/getsentry/sentry-go", traits: Logs},
	{path: "github.com/go-chi/httplog", traits: Logs},
	{path: "github.com/go-kit/log", traits: Logs | ReadsOnly},
	{path: "github.com/go-logr", traits: Logs | ReadsOnly},
	{path: "github.com/go-logr/logr", traits: Logs | ReadsOnly},
	{path: "github.com/gofiber/fiber/log", traits: Logs | ReadsOnly, rows: []Row{
		{Name: "Fatal", Traits: NeverReturns},
		{Name: "Fatalf", Traits: NeverReturns},
		{Name: "Fatalw", Traits: NeverReturns},
		{Name: "Panic", Traits: NeverReturns},
		{Name: "Panicf", Traits: NeverReturns},
		{Name: "Panicw", Traits: NeverReturns},
	}},
	{path: "github.com/golang/glog", traits: Logs | ReadsOnly, rows: exitRows},
	{path: "github.com/hashicorp/go-hclog", traits: Logs | ReadsOnly},
	{path: "github.com/honeybadger-io/honeybadger-go", traits: Logs},
	{path: "github.com/honeycombio/beeline-go", traits: Logs},
	{path: "github.com/inconshreveable/log15", traits: Logs | ReadsOnly},
	{path: "github.com/labstack/gommon/log", traits: Logs | ReadsOnly, rows: gommonRows, types: []typ{
		{name: "Logger", rows: gommonRows},
	}},
	{path: "github.com/newrelic/go-agent", traits: Logs},
	{path: "github.com/opentracing/opentracing-go", traits: Logs},
	{path: "github.com/phuslu/log", traits: Logs | ReadsOnly},
	{path: "github.com/prometheus/client_golang", traits: Logs | Counts},
	{path: "github.com/rollbar/rollbar-go", traits: Logs},
	{path: "github.com/rs/zerolog", traits: Logs | ReadsOnly},
	{path: "github.com/sirupsen/logrus", traits: Logs | ReadsOnly, rows: fatalRows, types: []typ{
		{name: "Entry", rows: fatalRows},
		{name: "Logger", rows: fatalRows},
	}},
	{path: "go.opencensus.io", traits: Logs},
	{path: "go.opencensus.io/stats", traits: Logs | Counts},
	{path: "go.opentelemetry.io/otel", traits: Logs},
	{path: "go.opentelemetry.io/otel/metric", traits: Logs | Counts},
	{path: "go.uber.org/zap", traits: Logs | ReadsOnly, types: []typ{
		{name: "Logger", rows: []Row{
			{Name: "Fatal", Traits: NeverReturns},
			{Name: "Panic", Traits: NeverReturns},
		}},
		{name: "SugaredLogger", rows: []Row{
			{Name: "Fatal", Traits: NeverReturns},
			{Name: "Fatalf", Traits: NeverReturns},
			{Name: "Fatalln", Traits: NeverReturns},
			{Name: "Fatalw", Traits: NeverReturns},
			{Name: "Panic", Traits: NeverReturns},
			{Name: "Panicf", Traits: NeverReturns},
			{Name: "Panicln", Traits: NeverReturns},
			{Name: "Panicw", Traits: NeverReturns},
		}},
	}},
	{path: "gopkg.in/DataDog", traits: Logs},
	{path: "k8s.io/klog", traits: Logs | ReadsOnly, rows: exitRows},
	{path: "log", traits: Logs | ReadsOnly | Harmless, rows: fatalRows, types: []typ{
		{name: "Logger", rows: fatalRows},
	}},
	{path: "log/slog", traits: Logs | ReadsOnly | Harmless},
	{path: "runtime/debug", traits: Logs},
	{path: "sync/atomic", rows: []Row{
		{Name: "AddInt32", Traits: Counts},
		{Name: "AddInt64", Traits: Counts},
		{Name: "AddUint32", Traits: Counts},
		{Name: "AddUint64", Traits: Counts},
		{Name: "AddUintptr", Traits: Counts},
	}, types: []typ{
		{name: "Int32", rows: []Row{{Name: "Add", Traits: Counts}}},
		{name: "Int64", rows: []Row{{Name: "Add", Traits: Counts}}},
		{name: "Uint32", rows: []Row{{Name: "Add", Traits: Counts}}},
		{name: "Uint64", rows: []Row{{Name: "Add", Traits: Counts}}},
		{name: "Uintptr", rows: []Row{{Name: "Add", Traits: Counts}}},
	}},
}
