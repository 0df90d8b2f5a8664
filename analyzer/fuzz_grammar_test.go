package analyzer_test

// The grammar of the programs that FuzzAnalyzers makes. In a production, <x> is
// replaced by one of those of x, <#> by a number that is the same throughout
// the production, and {x: <stmts> } is the body of a function that returns what x
// says. The first production of each is the end of it: it is taken where a program has
// become long enough.
//
// Every name that a production uses is a variable of the package at least, so
// that nearly all programs compile.
var grammar = map[string][]string{
	"code": {
		`"session_not_found"`, `"sesion_not_found"`, `"session_expired"`, `"email_not_found"`, `"phone_number_not_found"`,
		`"too_many_requests"`, `"user_notfound"`, `"SESSION_NOT_FOUND"`, `"unable_to_auth_magic_link"`, `"card_declined"`,
		`""`, `"session_"`, `"_not_found"`, `"found"`, "`idp_client_not_found`", `gone`, `"sesion" + "_not_found"`, `"invalid_grnat"`,
	},
	"literal":    {`"session_not_found"`, `"sesion_not_found"`, `"card_declined"`},
	"literal id": {`"project-test-1"`, `"secret-live-2"`},

	"status": {`401`, `404`, `500`, `http.StatusNotFound`, `http.StatusUnauthorized`, `http.StatusInternalServerError`, `429`, `<int>`},
	"cmp":    {`==`, `!=`, `<`, `>=`},
	"eq":     {`==`, `!=`},
	"v":      {`v`, `e`, `(*ptr)`, `failure.Cause`},

	"str": {
		`s`, `<code>`, `string(<v>.ErrorType)`, `err.Error()`, `string(<v>.ErrorMessage)`, `fmt.Sprint(<v>.ErrorType)`, `<v>.Error()`,
		`codeOf(<err>)`, `lib.CodeOf(<err>)`, `failure.Code`, `strings.ToLower(<str>)`, `<str> + <str>`, `list[<int>]`, `other.Code`,
		`r.FormValue("token")`, `string(o.ErrorType)`, `fmt.Sprintf("%v: %s", <err>, <str>)`, `func() string {string: <stmts> }()`,
		`strings.TrimPrefix(<str>, <str>)`, `texts[<str>]`, `first(<str>, <str>)`, `reply.Type`, `<resp>.SessionToken`,
	},
	"int": {
		`n`, `<status>`, `<v>.StatusCode`, `len(list)`, `statuses[<str>]`, `statusOf(<err>)`, `lib.StatusOf(<err>)`, `first(<int>, <int>)`,
		`func() int {int: <stmts> }()`, `strings.Index(<str>, <str>)`, `cmp.Compare(<str>, <str>)`,
	},
	"bool": {
		`ok`, `<v>.ErrorType <eq> <code>`, `<v>.ErrorType <eq> stytcherror.Type(<str>)`, `string(<v>.ErrorType) <eq> <str>`,
		`<code> <eq> <v>.ErrorType`, `o.ErrorType == <code>`, `<str> <eq> <str>`, `<int> <cmp> <int>`, `<v>.StatusCode <cmp> <status>`,
		`!(<bool>)`, `<bool> && <bool>`, `<bool> || <bool>`, `(<bool>)`, `(<err>) <eq> nil`, `<v>.ErrorMessage == <code>`,
		`strings.Contains(<str>, <str>)`, `strings.HasPrefix(string(<v>.ErrorType), <str>)`, `strings.HasSuffix(<str>, <code>)`,
		`strings.EqualFold(<str>, <str>)`, `slices.Contains(list, <str>)`, `slices.Contains([]stytcherror.Type{<code>, <code>}, <v>.ErrorType)`,
		`errors.As(<err>, &<target>)`, `errors.Is(<err>, <err>)`, `is(<err>, <str>)`, `lib.Is(<err>, <str>)`, `lib.As(<err>, &<target>)`, `as(<err>, &<target>)`,
		`has(<v>.ErrorType, <code>, <code>)`, `statuses[string(<v>.ErrorType)] <cmp> <status>`, `regexp.MustCompile(<code>).MatchString(<str>)`,
		`func() bool {bool: <stmts> }()`, `<v>.StatusCode == <status> && <v>.ErrorType == <code>`, `(gin.H{})[<str>] == <str>`,
		`strings.Contains(err.Error(), <code>)`, `assert.ErrorAs(t, <err>, &<target>)`, `assert.Equal(t, <str>, <str>)`, `ptr <eq> nil`,
		`err.(stytcherror.Error).ErrorType == <code>`, `matches[<str>](<err>)`, `other.Is(<str>)`, `errors.Is(err, context.Canceled)`,
	},
	"target": {`e`, `v`, `ptr`, `failure`, `target`, `o`},
	"err": {
		`err`, `fail`, `<v>`, `&<v>`, `nil`, `stytcherror.Error{StatusCode: <status>, ErrorType: <code>}`, `&stytcherror.Error{ErrorType: <code>}`,
		`fmt.Errorf("it failed: %w", <err>)`, `fmt.Errorf("it failed: %v", <err>)`, `errors.New(<code>)`, `errors.Join(<err>, <err>)`,
		`wrap(<err>)`, `lib.Wrap(<err>)`, `failure`, `lib.ErrGone`, `errGone`, `login(ctx, api, <str>)`, `lib.Login(ctx, api, <str>)`,
		`func() error {error: <stmts> }()`, `retry.Do(func() error {error: <stmts> })`, `backoff.Permanent(<err>)`,
		`stytcherror.NewPermissionError()`, `o`, `target`, `backoff.Retry(func() error {error: <stmts> }, nil)`,
	},

	// What calls end with is named resp and err.
	"call": {
		`api.Sessions.Authenticate(ctx, p)`, `lib.Authenticate(ctx, s)`, `api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: <str>})`,
		`api.MagicLinks.Authenticate(ctx, &magiclinks.AuthenticateParams{Token: s})`,
		`api.Sessions.Authenticate(r.Context(), &sessions.AuthenticateParams{SessionToken: <str>})`,
		`api.OTPs.Authenticate(ctx, &otp.AuthenticateParams{MethodID: s, Code: <str>})`, `b2b.SSO.Authenticate(ctx, &sso.AuthenticateParams{SSOToken: s})`,
		`api.Sessions.AuthenticateJWT(ctx, 0, p)`, `api.OAuth.AuthenticateWithClaims(ctx, &oauth.AuthenticateParams{Token: s}, nil)`,
		`api.Passwords.Authenticate(ctx, &passwords.AuthenticateParams{Email: s, Password: <str>})`, `authenticate(ctx, <str>)`, `lib.Authenticate(ctx, <str>)`,
		`retry.DoWithData(func() (*sessions.AuthenticateResponse, error) {resp: <stmts> })`, `auth.Authenticate(ctx, p)`,
	},
	"unknown": {`"email_not_found"`, `"phone_number_not_found"`},
	"send": {
		`api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: s})`, `api.MagicLinks.Email.Send(ctx, &email.SendParams{Email: <str>, SignupMagicLinkURL: <str>})`,
		`api.OTPs.Sms.Send(ctx, &sms.SendParams{PhoneNumber: s})`, `api.MagicLinks.Email.Send(ctx, mail)`,
	},
	"create": {
		`api.Users.Create(ctx, &users.CreateParams{Email: s})`, `api.Users.Create(ctx, &users.CreateParams{PhoneNumber: s})`,
		`api.MagicLinks.Email.Invite(ctx, &email.InviteParams{Email: s})`, `api.MagicLinks.Email.LoginOrCreate(ctx, &email.LoginOrCreateParams{Email: <str>})`,
	},
	"resp": {`res`, `resp`},
	"use": {
		`_ = resp`, `w.Write([]byte(resp.SessionToken))`, `http.SetCookie(w, &http.Cookie{Value: resp.SessionJWT})`, `_ = resp; next.ServeHTTP(w, r)`,
		`out = resp.SessionToken`, `fmt.Fprint(w, resp)`, `_ = resp; <stmts>`,
	},
	"fails": {
		`if err != nil { <stmts>; <return> }`, `if err != nil { <stmts> }`, `if err != nil { <answer>; <return> }`, `if err != nil { <answer> } else { <stmts> }`,
		`if err != nil { log.Print(err) }`, `_ = err`, `if err == nil { <stmts> }`, `switch { case err == nil: <stmts>; case <bool>: <stmts>; default: <answer> }`,
		`if err != nil && <bool> { <answer>; <return> }`, `var v stytcherror.Error; if errors.As(err, &v) && <bool> { <stmts>; <return> }`, `if err != nil && <bool> { <create2>; <send2> }`,
		`if err != nil && !strings.Contains(err.Error(), <code>) { <return> }`, `if errors.As(err, &e) { <answer>; <return> }; if err != nil { <answer>; <return> }`,
	},
	"create2": {`_, err = <create>`, `if _, err := <create>; err != nil { <return> }`},
	"send2":   {`_, err = <send>`, `_, fail = <send>`, `_, _ = <send>`},
	"answer": {
		`lib.Respond(w, err)`, `http.Error(w, <str>, <status>)`, `w.WriteHeader(<status>)`, `http.Error(w, "internal", 500)`, `respond(w, <err>)`, `lib.Respond(w, <err>)`,
		`http.Redirect(w, r, "/login", http.StatusFound)`, `c.JSON(<status>, gin.H{"error": <str>})`, `c.AbortWithStatus(<status>)`, `panic(err)`, `log.Fatal(err)`,
		`t.Fatal(err)`, `next.ServeHTTP(w, r)`, `json.NewEncoder(w).Encode(map[string]any{"error_type": <code>, "status_code": <status>})`,
	},

	"stmts": {``, `<stmt>`, `<stmt>; <stmts>`, `<stmt>; <stmt>; <stmts>`},
	"stmt": {
		`log.Print(<err>)`, `if <bool> { <stmts> }`, `if <bool> { <stmts> } else { <stmts> }`, `if <bool> { <stmts> } else if <bool> { <stmts> }`,
		`if ok := <bool>; ok { <stmts> }`, `if v, ok := errors.AsType[stytcherror.Error](<err>); ok { <stmts>; _ = v }`,
		`if v, ok := <err2>.(stytcherror.Error); ok { <stmts>; _ = v }`, `{ var v stytcherror.Error; if errors.As(<err>, &v) { <stmts> } }`,
		`{ var ptr *stytcherror.Error; if errors.As(<err>, &ptr) { <stmts> } }`, `if ptr, ok := errors.AsType[*stytcherror.Error](err); ok && <bool> { _ = ptr; <stmts> }`,
		`{ v := err.(stytcherror.Error); _ = v; <stmts> }`, `switch v := <err2>.(type) { case stytcherror.Error: _ = v; <stmts>; case *stytcherror.Error: <stmts>; case nil: <stmts> }`,
		`switch <v>.ErrorType { case <code>: <stmts>; case "user_not_found", "weak_pasword": <stmts>; default: <stmts> }`, `switch <v>.ErrorType { case <code>: <stmts>; fallthrough; case gone + "x": <stmts> }`,
		`switch <v>.StatusCode { case 400: if <v>.ErrorType == <code> { <stmts> }; case 404: <stmts> }`, `switch string(<v>.ErrorType) { case <code>: <stmts> }`,
		`switch { case <bool>: <stmts>; case <bool>: <stmts> }`, `switch s := <str>; s { case <code>: <stmts> }`,
		`for range 3 { <stmts> }`, `for <bool> { <stmts> }`, `for i := 0; i < n; i++ { <stmts>; if <bool> { break } }`, `for _, s := range list { _ = s; <stmts> }`,
		`loop<#>: for { <stmts>; if <bool> { continue loop<#> }; break loop<#> }`, `for k, n := range statuses { _, _ = k, n; <stmts> }`,
		`if <bool> { goto end<#> }; { <stmts> }; end<#>: <stmts>`,
		`s = <str>`, `n = <int>`, `ok = <bool>`, `err = <err>`, `e.ErrorType = <code>`, `list = append(list, <str>)`, `statuses[<str>] = <int>`, `failure.Code = <str>`,
		`_, err = <send>`, `_, err = <send>; <fails>`, `if _, err := <send>; err != nil { <stmts> }`, `<create2>`, `_, err = <send>; if errors.As(err, &e) && e.ErrorType == <unknown> { <create2>; <send2> }; <return>`,
		`{ _, err := <send>; if v, ok := errors.AsType[stytcherror.Error](err); ok && v.ErrorType == <unknown> { <create2>; <stmts> } }`, `_, err = <send>; if <bool> { <create2>; <send2> }; <return>`,
		`{ resp, err := <call>; <fails>; <use> }`, `if resp, err := <call>; err == nil { <use> } else { <stmts> }`, `if _, err := <call>; err != nil { <answer>; <return> }`,
		`_, err = <call>`, `<call>`, `{ _, err := <call>; <fails> }`, `{ _, err := <call>; <fails>; next.ServeHTTP(w, r) }`, `{ resp, _ := <call>; <use> }`, `go func() { <call> }()`, `defer func() {void: <stmts> }()`,
		`{ resp, err := <call>; <fails>; again, err := <call>; _, _, _ = resp, again, err }`, `res, err = api.Sessions.Authenticate(ctx, p); <fails>`,
		`<answer>`, `<answer>; <return>`, `<return>`, `out, fail = <str>, <err>`, `{ s := <str>; <stmts>; _ = s }`, `{ err := <err>; <stmts>; _ = err }`, `{ p := &sessions.AuthenticateParams{SessionToken: <str>}; <stmts>; _ = p }`,
		`if err := wrap(<err>); err != nil && <bool> { <stmts> }`, `if ptr, ok := find(<str>, <err>); ok { _ = ptr; <stmts> }`, `{ code := <v>.ErrorType; if code == <code> { <stmts> } }`, `{ f := func(err error) bool {bool: <stmts> }; ok = f(<err>) }`,
		"\n//stytchlint:ignore stytchcode it is so\n<stmt>", "\n//stytchlint:ignore stytchtext\n<stmt>", "\n//stytchlint:ignore\n<stmt>", "\n//stytchlint:ignore stytchstatus,stytchtoken as it is\n",
		`stytchapi.NewClient(<id>, <id>)`, `api, err = stytchapi.NewClient(<id>, <id>, stytchapi.WithBaseURI("https://test.stytch.com"))`, `{ id, secret := <id>, <id>; stytchapi.NewClient(id, secret) }`,
		`json.NewDecoder(r.Body).Decode(&reply)`, `json.Unmarshal([]byte(<str>), &e)`, `t.Run(<str>, func(t *testing.T) {void: <stmts> })`, `require.ErrorAs(t, <err>, &<target>)`,
		`http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {void: <stmts> })`, `select { case <-ctx.Done(): <return>; default: <stmts> }`, `matches[<code>] = func(err error) bool {bool: <stmts> }`,
		`target = &<v>`, `ptr = &stytcherror.Error{ErrorType: <code>}`, `mail.Email = <str>`, `fmt.Println(<v>.ErrorType, <bool>)`,
	},
	"err2": {`err`, `fail`, `errors.Unwrap(err)`, `wrap(<err>)`},
	"id": {
		`"project-test-11111111"`, `"secret-test-22222222"`, `"project-live-1"`, `"secret-live-2"`, `"public-token-test-3"`, `os.Getenv("STYTCH_SECRET")`, `<str>`,
		`cmp.Or(os.Getenv("ID"), "secret-test-2")`, `projectID`,
	},

	"return":        {`return`},
	"return void":   {`return`, `http.Error(w, err.Error(), <status>)`, `w.WriteHeader(<status>)`},
	"return bool":   {`return ok`, `return <bool>`, `return errors.As(err, &e) && string(e.ErrorType) == s`, `return errors.As(err, &e) && e.ErrorType == <code>`},
	"return string": {`return s`, `return <str>`, `errors.As(err, &e); return string(e.ErrorType)`, `if v, ok := errors.AsType[stytcherror.Error](err); ok { return string(v.ErrorType) }; return ""`},
	"return int":    {`return n`, `return <int>`, `errors.As(err, &e); return e.StatusCode`},
	"return error": {
		`return err`, `return <err>`, `return nil`, `_, err = api.OAuth.Authenticate(ctx, &oauth.AuthenticateParams{Token: s}); return err`,
		`_, err = <call>; return err`, `_, err = <send>; return err`, `return fmt.Errorf("it failed: %w", err)`,
	},
	"return resp": {`return res, err`, `return nil, <err>`, `return api.Sessions.Authenticate(ctx, p)`},
}

// The parts of every package, in the order in which they are written. The name
// of a function begins in upper case in the package that is imported, and in
// lower case in the one that imports it.
var functions = []string{
	`func %s(err error, s string) (yes bool) {bool: <stmts> }`,
	`func %s(err error) string {string: <stmts> }`,
	`func %s(err error) int {int: <stmts> }`,
	`func %s(err error) (fail error) {error: <stmts> }`,
	`func %s(ctx context.Context, api *stytchapi.API, s string) error {error: <stmts> }`,
	`func %s(ctx context.Context, s string) (*sessions.AuthenticateResponse, error) {resp: <stmts> }`,
	`func %s(w http.ResponseWriter, err error) {void: <stmts> }`,
	`func %s(err error, target any) bool {bool: <stmts> }`,
	`func (o *server) %s(w http.ResponseWriter, r *http.Request) {void: <stmts> }`,
	`func %s(c *gin.Context) {void: <stmts> }`,
	`func %s(t *testing.T) {void: <stmts> }`,
	`func %s(s string, err error) (found *stytcherror.Error, yes bool) { <stmts>; return nil, <bool> }`,
}

// What they are called where others call them.
var names = []string{"is", "codeOf", "statusOf", "wrap", "login", "authenticate", "respond", "as", "handle", "ginHandle", "testIt", "find"}

// The names of variables that no function has itself.
const declarations = `
const gone = <literal>

const projectID = <literal id>

type server struct{ api *stytchapi.API }

type Failure struct {
	Code  string
	Cause stytcherror.Error
}

func (f Failure) Error() string { return f.Code }

func (f Failure) Unwrap() error { return f.Cause }

func (f Failure) Is(code string) bool { return f.Code == code }

type answer struct {
	Type   string "json:\"error_type\""
	Status int    "json:\"status_code\""
}

type authenticator interface {
	Authenticate(ctx context.Context, p *sessions.AuthenticateParams) (*sessions.AuthenticateResponse, error)
}

var (
	err, fail error
	e, v      stytcherror.Error
	o         stytcherror.OAuth2Error
	ptr       = new(stytcherror.Error)
	failure   Failure
	other     = &Failure{Code: <code>}
	target    error
	ok, yes   bool
	n         int
	s, out    string
	list      = []string{<code>, <code>}
	statuses  = map[string]int{<code>: 1}
	texts     = map[string]string{"session_not_found": <code>}
	matches   = map[string]func(error) bool{}
	reply     answer
	ctx       = context.Background()
	api       *stytchapi.API
	b2b       *b2bstytchapi.API
	auth      authenticator
	p         = new(sessions.AuthenticateParams)
	res, resp *sessions.AuthenticateResponse
	mail      = &email.SendParams{Email: s}
	w         http.ResponseWriter
	r         *http.Request
	next      http.Handler
	c         *gin.Context
	t         *testing.T
	errGone   = errors.New(<code>)
	ErrGone   = errors.New(<code>)
)

func first[T any](a, b T) T { if ok { return a }; return b }

func has[T ~string](v T, list ...T) bool { return slices.Contains(list, v) }
`

// The packages that programs may import.
var importable = map[string]string{
	"assert": "github.com/stretchr/testify/assert", "backoff": "github.com/cenkalti/backoff/v4", "cmp": "cmp", "context": "context",
	"b2bstytchapi": sdkPath + "b2b/b2bstytchapi", "email": sdkPath + "consumer/magiclinks/email", "errors": "errors", "fmt": "fmt",
	"gin": "github.com/gin-gonic/gin", "http": "net/http", "json": "encoding/json", "lib": "lib", "log": "log",
	"magiclinks": sdkPath + "consumer/magiclinks", "oauth": sdkPath + "consumer/oauth", "os": "os", "otp": sdkPath + "consumer/otp",
	"passwords": sdkPath + "consumer/passwords", "regexp": "regexp", "require": "github.com/stretchr/testify/require",
	"retry": "github.com/avast/retry-go/v4", "sessions": sdkPath + "consumer/sessions", "slices": "slices", "sms": sdkPath + "consumer/otp/sms",
	"sso": sdkPath + "b2b/sso", "strings": "strings", "stytchapi": sdkPath + "consumer/stytchapi", "stytcherror": sdkPath + "stytcherror",
	"testing": "testing", "users": sdkPath + "consumer/users",
}

const sdkPath = "github.com/stytchauth/stytch-go/v18/stytch/"
