package library

// An Answer says how a function or a variable answers a request.
type Answer struct {
	Status int16 // where the argument of the row is negative
	Scale  Scale // of the status
	Style  Style // how another answer is written in its place
}

// A Scale is what a status is counted in.
type Scale uint8

// Scales of a status.
const (
	HTTPStatus Scale = iota
	GRPCCode         // the codes of gRPC and Connect
)

// A Style is how another answer is written in the place of one.
type Style uint8

// Styles of an answer.
const (
	NoStyle     Style = iota
	HTTPError         // http.Error(w, text, status)
	SameStatus        // the same call, with the status alone
	StatusText        // the same call, with a status and a text
	SameFormat        // the same call, without its values
	StatusJSON        // the same call, with a status and an object
	StatusError       // the same call, with a status and the same error
	Chained           // fiber's c.Status(status).JSON(object)
	Aborted           // gin's AbortWithError, without the error
	Sentinel          // a variable that holds the error
	RenderState       // chi's render.Status(r, status), before another call
)

// httpPackages answer requests, or are asked what one brought.
var httpPackages = []pkg{
	{path: "connectrpc.com/connect", rows: []Row{
		{Name: "NewError", Does: AnswersLate, Answer: Answer{Scale: GRPCCode, Style: StatusError}},
	}, types: []typ{
		{name: "StreamingHandlerFunc", kind: Handler},
		{name: "UnaryFunc", kind: Handler},
	}},
	{path: "github.com/bufbuild/connect-go", like: "connectrpc.com/connect"},
	{path: "github.com/cloudwego/hertz/pkg/app", types: []typ{
		{name: "HandlerFunc", kind: Handler},
		{name: "RequestContext", kind: Responder | Lasting, rows: []Row{
			{Name: "Abort", Traits: StopsChain},
			{Name: "AbortWithError", Does: Answers, Traits: StopsChain},
			{Name: "AbortWithMsg", Does: Answers, Arg: 1, Traits: StopsChain},
			{Name: "AbortWithStatus", Does: Answers, Traits: StopsChain},
			{Name: "AbortWithStatusJSON", Does: Answers, Traits: StopsChain},
			{Name: "Cookie", Traits: Steady},
			{Name: "Data", Does: Answers},
			{Name: "DefaultPostForm", Traits: Steady},
			{Name: "DefaultQuery", Traits: Steady},
			{Name: "File", Does: Answers, Arg: -1, Traits: TakesNames, Answer: Answer{Status: 200}},
			{Name: "FormValue", Traits: Steady},
			{Name: "GetHeader", Traits: Steady},
			{Name: "GetPostForm", Traits: Steady},
			{Name: "GetQuery", Traits: Steady},
			{Name: "HTML", Does: Answers, Traits: TakesNames},
			{Name: "IndentedJSON", Does: Answers},
			{Name: "JSON", Does: Answers},
			{Name: "Next", Does: CallsNext},
			{Name: "NotFound", Does: Answers, Arg: -1, Answer: Answer{Status: 404}},
			{Name: "Param", Traits: Steady},
			{Name: "PostForm", Traits: Steady},
			{Name: "ProtoBuf", Does: Answers},
			{Name: "PureJSON", Does: Answers},
			{Name: "Query", Traits: Steady},
			{Name: "Redirect", Does: Answers},
			{Name: "SetCookie", Does: SetsCookie, Arg: 2},
			{Name: "SetStatusCode", Does: Answers},
			{Name: "Status", Does: Answers},
			{Name: "String", Does: Answers},
			{Name: "WriteString", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "XML", Does: Answers},
		}},
	}},
	{path: "github.com/danielgtaylor/huma", rows: []Row{
		{Name: "Error400BadRequest", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 400}},
		{Name: "Error401Unauthorized", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 401}},
		{Name: "Error403Forbidden", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 403}},
		{Name: "Error404NotFound", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 404}},
		{Name: "Error500InternalServerError", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 500}},
		{Name: "Error502BadGateway", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 502}},
		{Name: "Error503ServiceUnavailable", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 503}},
		{Name: "Error504GatewayTimeout", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 504}},
		{Name: "WriteErr", Does: Answers, Arg: 2},
	}, types: []typ{
		{name: "Context", kind: Responder, rows: []Row{
			{Name: "Header", Traits: Steady},
			{Name: "Param", Traits: Steady},
			{Name: "Query", Traits: Steady},
			{Name: "SetStatus", Does: Answers},
		}},
	}},
	{path: "github.com/emicklei/go-restful", types: []typ{
		{name: "Response", kind: Responder, rows: []Row{
			{Name: "InternalServerError", Does: Answers, Arg: -1, Answer: Answer{Status: 500}},
			{Name: "Write", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "WriteAsJson", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "WriteAsXml", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "WriteEntity", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "WriteError", Does: Answers},
			{Name: "WriteErrorString", Does: Answers},
			{Name: "WriteHeader", Does: Answers},
			{Name: "WriteHeaderAndEntity", Does: Answers},
			{Name: "WriteHeaderAndJson", Does: Answers},
			{Name: "WriteHeaderAndXml", Does: Answers},
			{Name: "WriteJson", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "WriteServiceError", Does: Answers},
		}},
	}},
	{path: "github.com/gin-gonic/gin", types: []typ{
		{name: "Context", kind: Responder | Lasting, rows: []Row{
			{Name: "Abort", Traits: StopsChain},
			{Name: "AbortWithError", Does: Answers, Traits: StopsChain, Answer: Answer{Style: Aborted}},
			{Name: "AbortWithStatus", Does: Answers, Traits: StopsChain, Answer: Answer{Style: SameStatus}},
			{Name: "AbortWithStatusJSON", Does: Answers, Traits: StopsChain, Answer: Answer{Style: StatusJSON}},
			{Name: "AbortWithStatusPureJSON", Does: Answers, Traits: StopsChain, Answer: Answer{Style: StatusJSON}},
			{Name: "AddParam", Traits: Writes},
			{Name: "AsciiJSON", Does: Answers, Answer: Answer{Style: StatusJSON}},
			{Name: "BSON", Does: Answers},
			{Name: "ClientIP", Traits: Steady},
			{Name: "Cookie", Traits: Steady},
			{Name: "Data", Does: Answers},
			{Name: "DataFromReader", Does: Answers},
			{Name: "DefaultPostForm", Traits: Steady},
			{Name: "DefaultQuery", Traits: Steady},
			{Name: "File", Does: Answers, Arg: -1, Traits: TakesNames, Answer: Answer{Status: 200}},
			{Name: "FileAttachment", Does: Answers, Arg: -1, Traits: TakesNames, Answer: Answer{Status: 200}},
			{Name: "FileFromFS", Does: Answers, Arg: -1, Traits: TakesNames, Answer: Answer{Status: 200}},
			{Name: "GetHeader", Traits: Steady},
			{Name: "GetPostForm", Traits: Steady},
			{Name: "GetPostFormArray", Traits: Steady},
			{Name: "GetQuery", Traits: Steady},
			{Name: "GetQueryArray", Traits: Steady},
			{Name: "HTML", Does: Answers, Traits: TakesNames},
			{Name: "IndentedJSON", Does: Answers, Answer: Answer{Style: StatusJSON}},
			{Name: "JSON", Does: Answers, Answer: Answer{Style: StatusJSON}},
			{Name: "JSONP", Does: Answers},
			{Name: "Negotiate", Does: Answers},
			{Name: "Next", Does: CallsNext},
			{Name: "Param", Traits: Steady},
			{Name: "PostForm", Traits: Steady},
			{Name: "PostFormArray", Traits: Steady},
			{Name: "ProtoBuf", Does: Answers},
			{Name: "PureJSON", Does: Answers, Answer: Answer{Style: StatusJSON}},
			{Name: "Query", Traits: Steady},
			{Name: "QueryArray", Traits: Steady},
			{Name: "Redirect", Does: Answers},
			{Name: "Render", Does: Answers},
			{Name: "SSEvent", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "SecureJSON", Does: Answers, Answer: Answer{Style: StatusJSON}},
			{Name: "SetCookie", Does: SetsCookie, Arg: 2},
			{Name: "Status", Does: Answers, Answer: Answer{Style: SameStatus}},
			{Name: "Stream", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "String", Does: Answers, Answer: Answer{Style: SameFormat}},
			{Name: "TOML", Does: Answers},
			{Name: "XML", Does: Answers},
			{Name: "YAML", Does: Answers},
		}},
		{name: "HandlerFunc", kind: Handler},
	}},
	{path: "github.com/go-chi/chi", rows: []Row{
		{Name: "URLParam", Traits: Steady},
		{Name: "URLParamFromCtx", Traits: Steady},
	}},
	{path: "github.com/go-chi/render", rows: []Row{
		{Name: "Data", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
		{Name: "HTML", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
		{Name: "JSON", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
		{Name: "NoContent", Does: Answers, Arg: -1, Answer: Answer{Status: 204}},
		{Name: "PlainText", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
		{Name: "Status", Does: Answers, Arg: 1, Answer: Answer{Style: RenderState}},
		{Name: "XML", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
	}},
	{path: "github.com/gofiber/fiber", rows: []Row{
		{Name: "ErrBadGateway", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 502, Style: Sentinel}},
		{Name: "ErrGatewayTimeout", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 504, Style: Sentinel}},
		{Name: "ErrInternalServerError", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 500, Style: Sentinel}},
		{Name: "ErrServiceUnavailable", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 503, Style: Sentinel}},
		{Name: "NewError", Does: AnswersLate, Answer: Answer{Style: SameStatus}},
	}, types: []typ{
		{name: "App", kind: OwnAnswer}, // its method Test
		{name: "Cookie", kind: Cookie},
		{name: "Ctx", kind: Responder | AnswersErrors | Lasting, rows: []Row{
			{Name: "ClearCookie", Does: SignsOut},
			{Name: "Context", Traits: Steady},
			{Name: "Cookies", Traits: Steady},
			{Name: "Download", Does: Answers, Arg: -1, Traits: TakesNames, Answer: Answer{Status: 200}},
			{Name: "FormValue", Traits: Steady},
			{Name: "Get", Traits: Steady},
			{Name: "JSON", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "JSONP", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "Next", Does: CallsNext},
			{Name: "Params", Traits: Steady},
			{Name: "Queries", Traits: Steady},
			{Name: "Query", Traits: Steady},
			{Name: "Redirect", Does: Answers, Arg: -1, Answer: Answer{Status: 302}},
			{Name: "Render", Does: Answers, Arg: -1, Traits: TakesNames, Answer: Answer{Status: 200}},
			{Name: "Send", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "SendFile", Does: Answers, Arg: -1, Traits: TakesNames, Answer: Answer{Status: 200}},
			{Name: "SendStatus", Does: Answers, Answer: Answer{Style: SameStatus}},
			{Name: "SendStream", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "SendString", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "Status", Does: Answers, Answer: Answer{Style: Chained}},
			{Name: "UserContext", Traits: Steady},
			{Name: "Write", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "WriteString", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "Writef", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "XML", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
		}},
	}},
	{path: "github.com/gorilla/mux", rows: []Row{
		{Name: "Vars", Traits: Steady},
	}},
	{path: "github.com/julienschmidt/httprouter", types: []typ{
		{name: "Params", rows: []Row{
			{Name: "ByName", Traits: Steady},
		}},
	}},
	{path: "github.com/kataras/iris/context", types: []typ{
		{name: "Context", kind: Responder, rows: []Row{
			{Name: "FormValue", Traits: Steady},
			{Name: "FormValueDefault", Traits: Steady},
			{Name: "GetCookie", Traits: Steady},
			{Name: "GetHeader", Traits: Steady},
			{Name: "HTML", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "JSON", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "Next", Does: CallsNext},
			{Name: "NotFound", Does: Answers, Arg: -1, Answer: Answer{Status: 404}},
			{Name: "ServeFile", Does: Answers, Arg: -1, Traits: TakesNames, Answer: Answer{Status: 200}},
			{Name: "StatusCode", Does: Answers},
			{Name: "StopExecution", Traits: StopsChain},
			{Name: "StopWithError", Does: Answers, Traits: StopsChain},
			{Name: "StopWithJSON", Does: Answers, Traits: StopsChain},
			{Name: "StopWithPlainError", Does: Answers, Traits: StopsChain},
			{Name: "StopWithProblem", Does: Answers, Traits: StopsChain},
			{Name: "StopWithStatus", Does: Answers, Traits: StopsChain},
			{Name: "StopWithText", Does: Answers, Traits: StopsChain},
			{Name: "Text", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "URLParam", Traits: Steady},
			{Name: "URLParamDefault", Traits: Steady},
			{Name: "URLParamTrim", Traits: Steady},
			{Name: "View", Does: Answers, Arg: -1, Traits: TakesNames, Answer: Answer{Status: 200}},
			{Name: "Write", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "WriteString", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "XML", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "YAML", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
		}},
	}},
	{path: "github.com/labstack/echo", rows: []Row{
		{Name: "ErrBadGateway", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 502, Style: Sentinel}},
		{Name: "ErrGatewayTimeout", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 504, Style: Sentinel}},
		{Name: "ErrInternalServerError", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 500, Style: Sentinel}},
		{Name: "ErrServiceUnavailable", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 503, Style: Sentinel}},
		{Name: "NewHTTPError", Does: AnswersLate, Answer: Answer{Style: SameStatus}},
	}, types: []typ{
		{name: "Context", kind: Responder | AnswersErrors | Lasting, rows: []Row{
			{Name: "Attachment", Does: Answers, Arg: -1, Traits: TakesNames, Answer: Answer{Status: 200}},
			{Name: "Blob", Does: Answers},
			{Name: "Cookie", Traits: Steady},
			{Name: "Cookies", Traits: Steady},
			{Name: "File", Does: Answers, Arg: -1, Traits: TakesNames, Answer: Answer{Status: 200}},
			{Name: "FormValue", Traits: Steady},
			{Name: "HTML", Does: Answers, Answer: Answer{Style: StatusText}},
			{Name: "HTMLBlob", Does: Answers},
			{Name: "Inline", Does: Answers, Arg: -1, Traits: TakesNames, Answer: Answer{Status: 200}},
			{Name: "JSON", Does: Answers, Answer: Answer{Style: StatusJSON}},
			{Name: "JSONBlob", Does: Answers},
			{Name: "JSONP", Does: Answers},
			{Name: "JSONPBlob", Does: Answers},
			{Name: "JSONPretty", Does: Answers},
			{Name: "NoContent", Does: Answers, Answer: Answer{Style: SameStatus}},
			{Name: "Param", Traits: Steady},
			{Name: "QueryParam", Traits: Steady},
			{Name: "QueryParams", Traits: Steady},
			{Name: "RealIP", Traits: Steady},
			{Name: "Redirect", Does: Answers},
			{Name: "Render", Does: Answers, Traits: TakesNames},
			{Name: "Request", Traits: Steady},
			{Name: "SetParamNames", Traits: Writes},
			{Name: "SetParamValues", Traits: Writes},
			{Name: "SetRequest", Traits: Writes},
			{Name: "Stream", Does: Answers},
			{Name: "String", Does: Answers, Answer: Answer{Style: StatusText}},
			{Name: "XML", Does: Answers},
			{Name: "XMLBlob", Does: Answers},
			{Name: "XMLPretty", Does: Answers},
		}},
		{name: "HTTPError", rows: []Row{
			{Name: "SetInternal", Does: SameValue},
			{Name: "WithInternal", Does: SameValue},
		}},
		{name: "HandlerFunc", kind: Handler},
		{name: "Logger", traits: Logs | ReadsOnly, rows: gommonRows},
		{name: "Response", kind: Responder, rows: []Row{
			{Name: "Write", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "WriteHeader", Does: Answers, Answer: Answer{Style: SameStatus}},
		}},
	}},
	{path: "github.com/twitchtv/twirp", rows: []Row{
		{Name: "InternalError", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 500}},
		{Name: "InternalErrorWith", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 500}},
		{Name: "InternalErrorf", Does: AnswersLate, Arg: -1, Answer: Answer{Status: 500}},
	}},
	{path: "github.com/valyala/fasthttp", types: []typ{
		{name: "RequestCtx", kind: Responder | Lasting, rows: []Row{
			{Name: "Error", Does: Answers, Arg: 1},
			{Name: "FormValue", Traits: Steady},
			{Name: "NotFound", Does: Answers, Arg: -1, Answer: Answer{Status: 404}},
			{Name: "PostArgs", Traits: Steady},
			{Name: "QueryArgs", Traits: Steady},
			{Name: "Redirect", Does: Answers, Arg: 1},
			{Name: "RedirectBytes", Does: Answers, Arg: 1},
			{Name: "SendFile", Does: Answers, Arg: -1, Traits: TakesNames, Answer: Answer{Status: 200}},
			{Name: "SetBody", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "SetBodyString", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "SetStatusCode", Does: Answers},
			{Name: "Success", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "SuccessString", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "Write", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "WriteString", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
		}},
	}},
	{path: "google.golang.org/grpc", types: []typ{
		{name: "ServerStream", kind: Interceptor},
		{name: "StreamHandler", kind: Handler | Interceptor},
		{name: "UnaryHandler", kind: Handler | Interceptor},
	}},
	{path: "google.golang.org/grpc/internal/status", types: []typ{
		{name: "Status", rows: []Row{{Name: "Err", Does: SameValue}}},
	}},
	{path: "google.golang.org/grpc/status", rows: []Row{
		{Name: "Error", Does: AnswersLate, Answer: Answer{Scale: GRPCCode, Style: StatusText}},
		{Name: "Errorf", Does: AnswersLate, Answer: Answer{Scale: GRPCCode, Style: SameFormat}},
		{Name: "New", Does: AnswersLate, Answer: Answer{Scale: GRPCCode, Style: StatusText}},
		{Name: "Newf", Does: AnswersLate, Answer: Answer{Scale: GRPCCode, Style: SameFormat}},
	}, types: []typ{
		{name: "Status", rows: []Row{{Name: "Err", Does: SameValue}}},
	}},
	{path: "net/http", traits: ReadsOnly, rows: []Row{
		{Name: "Error", Does: Answers, Arg: 2, Answer: Answer{Style: HTTPError}},
		{Name: "MaxBytesReader", Traits: NoAnswer},
		{Name: "NewResponseController", Traits: NoAnswer},
		{Name: "NotFound", Does: Answers, Arg: -1, Answer: Answer{Status: 404}},
		{Name: "ReadRequest", Traits: Writes},
		{Name: "ReadResponse", Traits: Writes},
		{Name: "Redirect", Does: Answers, Arg: 3},
		{Name: "ServeContent", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
		{Name: "ServeFile", Does: Answers, Arg: -1, Traits: TakesNames, Answer: Answer{Status: 200}},
		{Name: "SetCookie", Traits: NoAnswer},
		{Name: "StatusText", Traits: Pure},
	}, types: []typ{
		{name: "Cookie", kind: Cookie, traits: Harmless},
		{name: "HandlerFunc", kind: Handler},
		{name: "Header", kind: Lasting, rows: []Row{
			{Name: "Add", Traits: Writes},
			{Name: "Del", Traits: Writes},
			{Name: "Get", Traits: Steady},
			{Name: "Set", Traits: Writes},
			{Name: "Values", Traits: Steady},
		}},
		{name: "Request", kind: Lasting, rows: []Row{
			{Name: "BasicAuth", Traits: Steady},
			{Name: "Clone", Does: SameValue},
			{Name: "Context", Traits: Steady},
			{Name: "Cookie", Traits: Steady},
			{Name: "Cookies", Traits: Steady},
			{Name: "CookiesNamed", Traits: Steady},
			{Name: "FormFile", Traits: Harmless},
			{Name: "FormValue", Traits: Steady},
			{Name: "MultipartReader", Traits: Harmless},
			{Name: "PathValue", Traits: Steady},
			{Name: "PostFormValue", Traits: Steady},
			{Name: "ProtoAtLeast", Traits: Steady},
			{Name: "Referer", Traits: Steady},
			{Name: "SetPathValue", Traits: Writes},
			{Name: "UserAgent", Traits: Steady},
			{Name: "WithContext", Does: SameValue},
		}},
		{name: "ResponseController", kind: Responder},
		{name: "ResponseWriter", kind: Responder | Lasting, rows: []Row{
			{Name: "Write", Does: Answers, Arg: -1, Answer: Answer{Status: 200}},
			{Name: "WriteHeader", Does: Answers, Answer: Answer{Style: SameStatus}},
		}},
	}},
	{path: "net/http/httptest", types: []typ{
		{name: "ResponseRecorder", kind: OwnAnswer},
		{name: "Server", kind: OwnAnswer},
	}},
	{path: "net/url", traits: ReadsOnly | Renders, rows: []Row{
		{Name: "PathEscape", Traits: Steady},
		{Name: "PathUnescape", Traits: Steady},
		{Name: "QueryEscape", Traits: Steady},
		{Name: "QueryUnescape", Traits: Steady},
	}, types: []typ{
		{name: "URL", kind: Lasting, traits: Harmless, rows: []Row{
			{Name: "Query", Traits: Steady},
			{Name: "String", Traits: Steady},
		}},
		{name: "Values", kind: Lasting, rows: []Row{
			{Name: "Add", Traits: Writes},
			{Name: "Del", Traits: Writes},
			{Name: "Get", Traits: Steady},
			{Name: "Has", Traits: Steady},
			{Name: "Set", Traits: Writes},
		}},
	}},
}
