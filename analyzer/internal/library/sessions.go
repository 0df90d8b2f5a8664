package library

// sessionPackages keep what a cookie of the browser stands for.
var sessionPackages = []pkg{
	{path: "github.com/alexedwards/scs", types: []typ{
		{name: "SessionManager", rows: []Row{
			{Name: "Clear", Does: SignsOut},
			{Name: "Destroy", Does: SignsOut},
		}},
	}},
	{path: "github.com/gin-contrib/sessions", types: []typ{
		{name: "Session", rows: []Row{
			{Name: "Clear", Does: SignsOut},
		}},
	}},
	{path: "github.com/gofiber/fiber/middleware/session", types: []typ{
		{name: "Session", rows: []Row{
			{Name: "Destroy", Does: SignsOut},
		}},
	}},
	{path: "github.com/gorilla/sessions", types: []typ{
		{name: "Session", rows: []Row{
			{Name: "Save", Traits: NoAnswer},
		}},
		{name: "Store", rows: []Row{
			{Name: "Save", Traits: NoAnswer},
		}},
	}},
	{path: "github.com/grpc-ecosystem/go-grpc-middleware", traits: ReadsRequest},
}
