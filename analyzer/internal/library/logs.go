package library

// logPackages log.
var logPackages = []pkg{
	{path: "github.com/go-logr/logr", traits: ReadsOnly},
	{path: "github.com/rs/zerolog", traits: ReadsOnly},
	{path: "github.com/sirupsen/logrus", traits: ReadsOnly},
	{path: "go.uber.org/zap", traits: ReadsOnly},
	{path: "log", traits: ReadsOnly},
	{path: "log/slog", traits: ReadsOnly},
}
