package library

// retryPackages try again what failed, or run several functions at once.
var retryPackages = []pkg{
	{path: "github.com/avast/retry-go", rows: []Row{
		{Name: "Do", Does: RetryAll},
		{Name: "DoWithData", Does: RetryAll},
		{Name: "RetryIf", Does: SelectRetry},
		{Name: "Unrecoverable", Does: MarkFinal},
	}},
	{path: "github.com/cenkalti/backoff", rows: []Row{
		{Name: "Permanent", Does: MarkFinal},
		{Name: "Retry", Does: RetryAll},
		{Name: "RetryNotify", Does: RetryAll},
		{Name: "RetryNotifyWithData", Does: RetryAll},
		{Name: "RetryNotifyWithTimer", Does: RetryAll},
		{Name: "RetryWithData", Does: RetryAll},
	}, types: []typ{
		{name: "PermanentError", kind: Final},
	}},
	{path: "github.com/flowchartsman/retry", rows: []Row{
		{Name: "Stop", Does: MarkFinal},
	}, types: []typ{
		{name: "Retrier", rows: []Row{
			{Name: "Run", Does: RetryAll},
			{Name: "RunContext", Does: RetryAll},
		}},
	}},
	{path: "github.com/hashicorp/go-multierror", rows: []Row{
		{Name: "Append", Does: JoinErrors},
	}, types: []typ{
		{name: "Group", rows: startsRows},
	}},
	{path: "github.com/sethvargo/go-retry", rows: []Row{
		{Name: "Constant", Does: RetryMarked},
		{Name: "Do", Does: RetryMarked},
		{Name: "DoValue", Does: RetryMarked},
		{Name: "Exponential", Does: RetryMarked},
		{Name: "Fibonacci", Does: RetryMarked},
		{Name: "RetryableError", Does: MarkRetry},
	}},
	{path: "github.com/sourcegraph/conc/pool", types: []typ{
		{name: "ContextPool", rows: startsRows},
		{name: "ErrorPool", rows: startsRows},
	}},
	{path: "golang.org/x/sync/errgroup", types: []typ{
		{name: "Group", rows: startsRows},
	}},
}

var startsRows = []Row{
	{Name: "Go", Does: Starts},
	{Name: "Wait", Does: AwaitsAll},
}
