package gopls

import (
	"slices"
	"strings"
	"testing"

	"github.com/stytchlint/stytchlint/testdata/e2e/internal/e2e"
)

// TestAddCases adds the codes that the call in front of a switch answers, where an
// action is asked for and not where the cursor only moves.
func TestAddCases(t *testing.T) {
	_, user := programs(t)
	s := start(t, user.gopls, e2e.Copy(t, "e2e/across"), settings{})
	s.open(t, written)
	imports := strings.Replace(handler, `"errors"`, "\"context\"\n\t\"errors\"", 1)
	imports = strings.Replace(imports, `	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"`, `	"github.com/stytchauth/stytch-go/v18/stytch/consumer"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/magiclinks"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"`, 1)
	const call = "\tvar c *consumer.MagicLinksClient\n\t_, err = c.Authenticate(context.Background(), &magiclinks.AuthenticateParams{})\n"
	head := strings.Replace(imports, "\tif !errors.As", call+"\tif !errors.As", 1)
	text, at := s.write(t, head+"\tswitch e.ErrorType {\n\tcase \"magic_link_not_found\"¦:\n\t\treturn true\n\t}\n\treturn false\n}\n")
	for trigger, some := range map[int]bool{1: true, 2: false} {
		var actions []codeAction
		s.call(t, "textDocument/codeAction", map[string]any{
			"textDocument": map[string]any{"uri": s.uri(written)},
			"range":        span{at, at},
			"context":      map[string]any{"diagnostics": []any{}, "triggerKind": trigger},
		}, &actions)
		i := slices.IndexFunc(actions, func(a codeAction) bool { return a.Title == "Add the codes that MagicLinks.Authenticate answers" })
		if i >= 0 != some {
			t.Errorf("trigger %d: the actions are %+v", trigger, actions)
		}
		if i < 0 {
			continue
		}
		want := strings.Replace(text, "\t\treturn true\n\t}\n", "\t\treturn true\n\tcase \"unable_to_auth_magic_link\":\n\t}\n", 1)
		if got := apply(t, text, actions[i].edits(s.uri(written))); got != want {
			t.Errorf("the action makes\n%s", strings.TrimPrefix(got, head))
		}
	}
}
