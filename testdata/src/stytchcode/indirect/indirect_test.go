package indirect

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stytchauth/stytch-go/v18/stytch/stytcherror"
)

func ptr[T any](v T) *T { return &v }

// expectations inside of expectations, behind pointers, of the code's type
func TestTable(t *testing.T) {
	type want struct {
		code   stytcherror.Type
		status int
	}
	for name, tt := range map[string]struct {
		err  error
		want want
		raw  *string
	}{
		"gone":    {stytcherror.Error{}, want{"sesion_not_found", 404}, nil},     // want `"session_not_found"`
		"weak":    {want: want{code: "weak_password"}, raw: ptr("weak_pasword")}, // want `"weak_pasword" is not`
		"unknown": {raw: ptr("foo_bar_baz")},
	} {
		t.Run(name, func(t *testing.T) {
			e, _ := as[stytcherror.Error](tt.err)
			assert.Equal(t, tt.want.code, e.ErrorType)
			assert.Equal(t, tt.want.status, e.StatusCode)
			if tt.raw != nil && *tt.raw != string(e.ErrorType) {
				t.Error(*tt.raw)
			}
		})
	}
}
