package checkdoc

import (
	"fmt"
	"regexp"
	"strings"
)

// imports are the packages that examples may use. The last part of a path is the name.
var imports = []string{
	"context",
	"errors",
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks/email",
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/oauth",
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/sessions",
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi",
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/users",
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror",
	"log",
	"net/http",
	"slices",
	"strings",
}

// Program returns a file of Go with the declarations of the example: package example,
// with the imports that it needs.
func (e Example) Program() string {
	var standard, other []string
	for _, path := range imports {
		switch name := path[strings.LastIndex(path, "/")+1:]; {
		case !regexp.MustCompile(`\b` + name + `\.`).MatchString(e.Code):
		case strings.Contains(path, "."):
			other = append(other, path)
		default:
			standard = append(standard, path)
		}
	}
	var b strings.Builder
	b.WriteString("package example\n\n")
	if len(standard)+len(other) > 0 {
		b.WriteString("import (\n")
		for _, path := range standard {
			fmt.Fprintf(&b, "\t%q\n", path)
		}
		if len(standard) > 0 && len(other) > 0 {
			b.WriteByte('\n')
		}
		for _, path := range other {
			fmt.Fprintf(&b, "\t%q\n", path)
		}
		b.WriteString(")\n\n")
	}
	b.WriteString(strings.TrimRight(e.Code, "\n") + "\n")
	return b.String()
}
