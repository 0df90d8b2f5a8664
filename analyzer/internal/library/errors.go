package library

// errorPackages make errors and ask them what they are.
var errorPackages = []pkg{
	{path: "", types: []typ{ // of the language
		{name: "error", rows: []Row{{Name: "Error", Traits: reads}}},
	}},
	{path: "errors", traits: reads | Harmless, rows: []Row{
		{Name: "As", Does: ErrorAs, With: 1},
		{Name: "AsType", Does: ErrorAsType},
		{Name: "Is", Does: ErrorIs, With: 1},
		{Name: "Join", Does: JoinErrors},
		{Name: "New", Does: NewError},
		{Name: "Unwrap", Does: UnwrapError},
	}},
	{path: "github.com/cockroachdb/errors", like: "github.com/pkg/errors", traits: reads | Harmless, rows: []Row{
		{Name: "CombineErrors", Does: WrapError}, // the second is a detail of the first
		{Name: "Is", Does: ErrorIsLike, With: 1},
		{Name: "Join", Does: JoinErrors},
		{Name: "Mark", Does: WrapError},
		{Name: "Newf", Does: FormatError},
		{Name: "UnwrapAll", Does: UnwrapError},
		{Name: "UnwrapOnce", Does: UnwrapError},
		{Name: "WithDetail", Does: WrapError},
		{Name: "WithDetailf", Does: WrapError},
		{Name: "WithHint", Does: WrapError},
		{Name: "WithHintf", Does: WrapError},
		{Name: "WithSecondaryError", Does: WrapError},
		{Name: "WithTelemetry", Does: WrapError},
	}},
	{path: "github.com/go-errors/errors", traits: reads | Harmless, rows: []Row{
		{Name: "As", Does: ErrorAs, With: 1},
		{Name: "Errorf", Does: FormatError},
		{Name: "Is", Does: ErrorIs, With: 1},
		{Name: "Join", Does: JoinErrors},
		{Name: "New", Does: NewError},
		{Name: "Unwrap", Does: UnwrapError},
		{Name: "Wrap", Does: WrapError},
		{Name: "WrapPrefix", Does: WrapError},
	}},
	{path: "github.com/gorilla/websocket", rows: []Row{
		{Name: "IsCloseError", Traits: AsksForOthers},
		{Name: "IsUnexpectedCloseError", Traits: AsksForOthers},
	}},
	{path: "github.com/jackc/pgx/pgconn", rows: []Row{
		{Name: "SafeToRetry", Traits: AsksForOthers},
		{Name: "Timeout", Traits: AsksForOthers},
	}},
	{path: "github.com/juju/errors", traits: reads | Harmless, rows: []Row{
		{Name: "Annotate", Does: WrapError},
		{Name: "Annotatef", Does: WrapError},
		{Name: "As", Does: ErrorAs, With: 1},
		{Name: "AsType", Does: ErrorAsType},
		{Name: "Cause", Does: UnwrapError},
		{Name: "Is", Does: ErrorIs, With: 1},
		{Name: "New", Does: NewError},
		{Name: "Trace", Does: WrapError},
		{Name: "Unwrap", Does: UnwrapError},
	}},
	{path: "github.com/pkg/errors", traits: reads | Harmless, rows: []Row{
		{Name: "As", Does: ErrorAs, With: 1},
		{Name: "Cause", Does: UnwrapError},
		{Name: "Errorf", Does: FormatError},
		{Name: "Is", Does: ErrorIs, With: 1},
		{Name: "New", Does: NewError},
		{Name: "Unwrap", Does: UnwrapError},
		{Name: "WithMessage", Does: WrapError},
		{Name: "WithMessagef", Does: WrapError},
		{Name: "WithStack", Does: WrapError},
		{Name: "Wrap", Does: WrapError},
		{Name: "Wrapf", Does: WrapError},
	}},
	{path: "go.mongodb.org/mongo-driver/mongo", rows: []Row{
		{Name: "IsDuplicateKeyError", Traits: AsksForOthers},
		{Name: "IsNetworkError", Traits: AsksForOthers},
		{Name: "IsTimeout", Traits: AsksForOthers},
	}},
	{path: "go.uber.org/multierr", rows: []Row{
		{Name: "Append", Does: JoinErrors},
		{Name: "Combine", Does: JoinErrors},
	}},
	{path: "golang.org/x/xerrors", traits: reads | Harmless, rows: []Row{
		{Name: "As", Does: ErrorAs, With: 1},
		{Name: "Errorf", Does: FormatError},
		{Name: "Is", Does: ErrorIs, With: 1},
		{Name: "New", Does: NewError},
		{Name: "Unwrap", Does: UnwrapError},
	}},
	{path: "k8s.io/apimachinery/pkg/api/errors", rows: []Row{
		{Name: "IsAlreadyExists", Traits: AsksForOthers},
		{Name: "IsConflict", Traits: AsksForOthers},
		{Name: "IsNotFound", Traits: AsksForOthers},
	}},
}
