package stytchunhandled

import (
	"go/types"

	"github.com/stytchlint/stytchlint/analyzer/internal/library"
)

// A reply says how a function of a library answers a request.
type reply struct {
	status   int   // the argument that holds the status; -1 if there is none
	code     int   // the status then
	scale    scale // of the status
	returned bool  // its result is the error that answers once it is returned
	aborts   bool  // no handler follows
	style    style // how a fix writes another answer
}

// A scale is what a status is counted in.
type scale uint8

const (
	httpStatus scale = iota
	grpcCode         // codes of gRPC and Connect
)

// A style is how a fix writes an answer.
type style uint8

const (
	noStyle     style = iota
	httpError         // http.Error(w, text, status)
	sameStatus        // the same call, with the status alone
	sameText          // the same call, with a status and a text
	sameFormat        // the same call, without its values
	sameJSON          // the same call, with a status and an object
	sameError         // the same call, with a status and the same error
	chained           // fiber's c.Status(status).JSON(object)
	abort             // gin's AbortWithError, without the error
	sentinel          // a variable that holds the error
	renderState       // chi's render.Status(r, status), before another call
)

// replies are the functions that answer, by the path of their package without
// its version, and for methods the name of the receiver's type.
var replies = map[string]map[string]reply{
	"net/http": {
		"Error":        {status: 2, style: httpError},
		"Redirect":     {status: 3},
		"NotFound":     {status: -1, code: 404},
		"ServeFile":    {status: -1, code: 200},
		"ServeContent": {status: -1, code: 200},
	},
	"net/http.ResponseWriter": {
		"WriteHeader": {status: 0, style: sameStatus},
		"Write":       {status: -1, code: 200},
	},
	"github.com/gin-gonic/gin.Context": {
		"JSON":                {status: 0, style: sameJSON},
		"IndentedJSON":        {status: 0, style: sameJSON},
		"PureJSON":            {status: 0, style: sameJSON},
		"SecureJSON":          {status: 0, style: sameJSON},
		"AsciiJSON":           {status: 0, style: sameJSON},
		"AbortWithStatusJSON": {status: 0, aborts: true, style: sameJSON},
		"XML":                 {status: 0},
		"YAML":                {status: 0},
		"String":              {status: 0, style: sameFormat},
		"HTML":                {status: 0},
		"Data":                {status: 0},
		"Redirect":            {status: 0},
		"Status":              {status: 0, style: sameStatus},
		"AbortWithStatus":     {status: 0, aborts: true, style: sameStatus},
		"AbortWithError":      {status: 0, aborts: true, style: abort},
		"Render":              {status: 0},
		"File":                {status: -1, code: 200},
	},
	"github.com/labstack/echo": {
		"NewHTTPError": {status: 0, returned: true, style: sameStatus},
	},
	"github.com/labstack/echo.Context": {
		"JSON":       {status: 0, style: sameJSON},
		"JSONPretty": {status: 0},
		"XML":        {status: 0},
		"String":     {status: 0, style: sameText},
		"HTML":       {status: 0, style: sameText},
		"NoContent":  {status: 0, style: sameStatus},
		"JSONBlob":   {status: 0},
		"Blob":       {status: 0},
		"Stream":     {status: 0},
		"Render":     {status: 0},
		"Redirect":   {status: 0},
		"File":       {status: -1, code: 200},
	},
	"github.com/labstack/echo.Response": {
		"WriteHeader": {status: 0, style: sameStatus},
		"Write":       {status: -1, code: 200},
	},
	"github.com/gofiber/fiber": {
		"NewError": {status: 0, returned: true, style: sameStatus},
	},
	"github.com/gofiber/fiber.Ctx": {
		"Status":     {status: 0, style: chained},
		"SendStatus": {status: 0, style: sameStatus},
		"JSON":       {status: -1, code: 200},
		"SendString": {status: -1, code: 200},
		"Send":       {status: -1, code: 200},
		"Render":     {status: -1, code: 200},
		"Redirect":   {status: -1, code: 302},
		"SendFile":   {status: -1, code: 200},
	},
	"github.com/go-chi/render": {
		"Status":    {status: 1, style: renderState},
		"JSON":      {status: -1, code: 200},
		"PlainText": {status: -1, code: 200},
		"HTML":      {status: -1, code: 200},
		"XML":       {status: -1, code: 200},
		"Data":      {status: -1, code: 200},
		"NoContent": {status: -1, code: 204},
	},
	"google.golang.org/grpc/status": {
		"Error":  {status: 0, scale: grpcCode, returned: true, style: sameText},
		"Errorf": {status: 0, scale: grpcCode, returned: true, style: sameFormat},
		"New":    {status: 0, scale: grpcCode, returned: true, style: sameText},
		"Newf":   {status: 0, scale: grpcCode, returned: true, style: sameFormat},
	},
	"connectrpc.com/connect":         {"NewError": {status: 0, scale: grpcCode, returned: true, style: sameError}},
	"github.com/bufbuild/connect-go": {"NewError": {status: 0, scale: grpcCode, returned: true, style: sameError}},
	"github.com/twitchtv/twirp":      twirp,
}

var twirp = map[string]reply{
	"InternalError":     {status: -1, code: 500, returned: true},
	"InternalErrorf":    {status: -1, code: 500, returned: true},
	"InternalErrorWith": {status: -1, code: 500, returned: true},
}

// sentinels are the variables that answer once they are returned.
var sentinels = map[string]map[string]int{
	"github.com/labstack/echo": {
		"ErrInternalServerError": 500, "ErrBadGateway": 502, "ErrServiceUnavailable": 503, "ErrGatewayTimeout": 504,
	},
	"github.com/gofiber/fiber": {
		"ErrInternalServerError": 500, "ErrBadGateway": 502, "ErrServiceUnavailable": 503, "ErrGatewayTimeout": 504,
	},
}

// answering are the packages whose importers may hold functions that answer.
var answering = map[string]bool{
	"net/http":                       true,
	"github.com/gin-gonic/gin":       true,
	"github.com/labstack/echo":       true,
	"github.com/gofiber/fiber":       true,
	"google.golang.org/grpc/status":  true,
	"connectrpc.com/connect":         true,
	"github.com/bufbuild/connect-go": true,
	"github.com/twitchtv/twirp":      true,
}

// responders are the types of values by which a request is answered.
var responders = map[string]bool{
	"net/http.ResponseWriter":           true,
	"net/http.ResponseController":       true,
	"github.com/gin-gonic/gin.Context":  true,
	"github.com/labstack/echo.Context":  true,
	"github.com/labstack/echo.Response": true,
	"github.com/gofiber/fiber.Ctx":      true,
}

// replyOf returns how a function of a library answers, nil if it does not.
func (c *check) replyOf(fn *types.Func) *reply {
	r, ok := c.replies[fn]
	if !ok {
		if found, ok := replies[keyOf(fn)][fn.Name()]; ok {
			r = &found
		}
		c.replies[fn] = r
	}
	return r
}

// keyOf returns what the tables list a function under.
func keyOf(fn *types.Func) string {
	if fn.Pkg() == nil {
		return ""
	}
	if recv := fn.Signature().Recv(); recv != nil {
		return library.Type(recv.Type())
	}
	return library.Path(fn.Pkg().Path())
}

func deref(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// isResponder reports whether a request is answered by a value of type t.
func isResponder(t types.Type) bool { return t != nil && responders[library.Type(t)] }
