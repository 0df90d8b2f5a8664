// Package words hands errors, their texts and words to helpers.
package words

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/stytchauth/stytch-go/v18/stytch/consumer/otp"
	"github.com/stytchauth/stytch-go/v18/stytch/consumer/stytchapi"

	"stytchtext/errutil"
	"stytchtext/texts"
)

func authenticate(ctx context.Context, api *stytchapi.API) error {
	_, err := api.OTPs.Authenticate(ctx, &otp.AuthenticateParams{})
	return err
}

func mentions(err error, words ...string) bool {
	for _, w := range words {
		if strings.Contains(err.Error(), w) {
			return true
		}
	}
	return false
}

func says(text, word string) bool { return strings.Contains(text, word) }

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func own(ctx context.Context, api *stytchapi.API) bool {
	err := authenticate(ctx, api)
	return mentions(err, "unable_to_auth_otp_code", "otp_code_not_found", "timeout") || // want `the text of an SDK error is searched for "unable_to_auth_otp_code"` `searched for "otp_code_not_found"`
		says(err.Error(), "otp_code_not_found") || // want `searched for "otp_code_not_found"`
		says(text(err), "otp_code_not_found") || // want `searched for "otp_code_not_found"`
		text(err) == "otp_code_not_found" // want `compared with "otp_code_not_found"`
}

func other(ctx context.Context, api *stytchapi.API) bool {
	err := texts.Wrap(authenticate(ctx, api), "user_not_found")
	return texts.Mentions(err, "unable_to_auth_otp_code", "user_not_found") || // want `the text of an SDK error is searched for "unable_to_auth_otp_code"`
		strings.Contains(texts.Text(err), "404") || // want `the text of an SDK error is searched for "404"`
		strings.Contains(texts.Hide(err).Error(), "404")
}

func farOff(ctx context.Context, api *stytchapi.API) bool {
	err := errutil.Annotate(authenticate(ctx, api), "user_not_found")
	return errutil.Has(err, "unable_to_auth_otp_code", "user_not_found") || // want `the text of an SDK error is searched for "unable_to_auth_otp_code"`
		strings.Contains(err.Error(), "404") // want `the text of an SDK error is searched for "404"`
}

// The same helpers are used for other texts.
func unrelated(path string) bool {
	_, err := os.ReadFile(path)
	return errutil.Has(err, "unable_to_auth_otp_code") || mentions(err, "otp_code_not_found") || texts.Mentions(err, "otp_code_not_found") ||
		says(path, "otp_code_not_found") || says(text(err), "otp_code_not_found")
}

// Pieces of a text.
func pieces(ctx context.Context, api *stytchapi.API) bool {
	err := authenticate(ctx, api)
	text := "authenticate"
	text += ": " + err.Error()
	_, rest, _ := strings.Cut(text, "type: ")
	return strings.TrimPrefix(rest, ",") == "otp_code_not_found" || // want `compared with "otp_code_not_found"`
		strings.Split(text, ", ")[1] == "otp_code_not_found" // want `compared with "otp_code_not_found"`
}

var statuses = map[string]int{
	"otp_code_not_found": 404, // want `compared with "otp_code_not_found"`
	"timeout":            504,
}

func lookUp(ctx context.Context, api *stytchapi.API) int {
	err := authenticate(ctx, api)
	return statuses[fmt.Sprint(err)]
}

// Two errors are compared by what they are.
var errCode = errors.New("otp_code_not_found")

type code string

func (c code) Error() string { return string(c) }

const codeNotFound code = "otp_code_not_found"

func same(ctx context.Context, api *stytchapi.API) bool {
	err := authenticate(ctx, api)
	switch err {
	case errCode, codeNotFound:
		return true
	}
	return err == errCode || codeNotFound == err
}

// What is added says nothing of the rest, but is not the SDK's.
func added(ctx context.Context, api *stytchapi.API, name string) bool {
	err := authenticate(ctx, api)
	text := fmt.Sprintf("%s: %v", name, err)
	if name == "" {
		return strings.Contains(text, "404") // want `the text of an SDK error is searched for "404"`
	}
	if err != nil {
		text = fmt.Sprintf("%s: failed", name)
	}
	return strings.Contains(text, "404")
}

// Another error is made of who knows what.
func either(ctx context.Context, api *stytchapi.API, name string) bool {
	err := authenticate(ctx, api)
	if name != "" {
		err = texts.Missing(name)
	}
	return strings.Contains(err.Error(), "unable_to_auth_otp_code")
}

func wrapped(ctx context.Context, api *stytchapi.API) bool {
	err := texts.Missing(authenticate(ctx, api).Error())
	return strings.Contains(err.Error(), "unable_to_auth_otp_code") // want `wrap it with %w`
}
