package ignore

// Checks are the names that a directive may give.
var Checks = []string{
	"stytchcode",
	"stytchtarget",
	"stytchstatus",
	"stytchtext",
	"stytchtoken",
	"stytchunhandled",
	"stytchsend",
	"stytchcredentials",
}
