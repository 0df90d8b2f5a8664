package stytchunhandled

// The statuses to answer with. Package net/http is not imported for them: every
// process of go vet would initialise it.
const (
	unauthorized = 401
	notFound     = 404
)

// An advice says what to do about a failure that users cause.
type advice struct {
	status int  // to answer with
	proves bool // the call proves who somebody is: who goes on after its failure lets anybody in
}

// outcomes holds the advice for the outcome of every operation in the catalog.
var outcomes = map[string]advice{
	"a failed passkey":                       {unauthorized, true},
	"a spent or expired access token":        {unauthorized, true},
	"a spent or expired impersonation token": {unauthorized, true},
	"a spent or expired magic link":          {unauthorized, true},
	"a spent or expired reset link":          {unauthorized, true},
	"a spent or unknown OAuth token":         {unauthorized, true},
	"a spent or unknown SSO token":           {unauthorized, true},
	"a wrong or expired passcode":            {unauthorized, true},
	"a wrong or spent recovery code":         {unauthorized, true},
	"a wrong password":                       {unauthorized, true},
	"a wrong signature":                      {unauthorized, true},
	"an expired JWT":                         {unauthorized, true},
	"an expired access token":                {unauthorized, true},
	"an expired intermediate session":        {unauthorized, true},
	"an expired or revoked session":          {unauthorized, true},
	"an expired or too old session":          {unauthorized, true},
	"an unknown email address":               {notFound, false},
	"an unknown phone number":                {notFound, false},
}

// creating are the parameters of calls that set a password or create a user, by the path
// of their package below the module and their name: right after one of them, a wrong
// password or an unknown address is no user's fault.
var creating = map[string]bool{
	"stytch/consumer/passwords.CreateParams":  true,
	"stytch/consumer/passwords.MigrateParams": true,
	"stytch/consumer/users.CreateParams":      true,
	"stytch/b2b/passwords.MigrateParams":      true,
	"stytch/b2b.PasswordsMigrateParams":       true,
	"stytch.PasswordsCreateParams":            true,
	"stytch/b2c.PasswordsCreateParams":        true,
	"stytch.PasswordsMigrateParams":           true,
	"stytch/b2c.PasswordsMigrateParams":       true,
	"stytch.UsersCreateParams":                true,
	"stytch/b2c.UsersCreateParams":            true,
}

// revoking are the parameters of calls that end a session: who signs out goes
// on whatever the session was.
var revoking = map[string]bool{
	"stytch/consumer/sessions.RevokeParams": true,
	"stytch/b2b/sessions.RevokeParams":      true,
	"stytch.SessionsRevokeParams":           true,
	"stytch/b2c.SessionsRevokeParams":       true,
	"stytch/b2b.SessionRevokeParams":        true,
}
