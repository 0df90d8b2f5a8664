package library

// A Role is what a function does with its arguments. Arg and With stand for the
// arguments that the row names.
type Role uint8

// Requests and their answers: see http.go.
const (
	_           Role = iota
	Answers          // answers the request, with the status Arg; with Answer.Status if Arg is negative
	AnswersLate      // returns an error that answers so once a handler returns it; of a variable: it is that error
	CallsNext        // runs the handlers that follow
	SetsCookie       // sets a cookie for the seconds Arg, or deletes it where they are negative
	MakesServer      // makes a server that answers for the errors of handlers unless it is told how
	AnswersWith      // answers with the status that Arg carries
	SignsOut         // ends what the cookies of the browser stand for
	PutsBefore       // has handlers run before others
	KeepsError       // keeps the error Arg for those that answer later
)

// Errors: see errors.go.
const (
	NewError    Role = iota + 20 // makes an error of the text Arg
	FormatError                  // makes an error of the format Arg, around what stands under %w
	WrapError                    // makes an error around Arg, which errors.As and errors.Is still find
	JoinErrors                   // makes an error around all arguments
	UnwrapError                  // returns an error that lies within Arg
	ErrorAs                      // asks whether Arg is or wraps an error of the type that With points to, and sets that
	ErrorAsType                  // the same for its type argument, and returns the error
	ErrorIs                      // asks whether Arg is or wraps an error that is equal to With
	ErrorIsLike                  // the same, but an error of the same type and text will do
)

// Tries: see retry.go.
const (
	RetryAll    Role = iota + 40 // calls a function again while that returns an error, unless that is marked as final
	RetryMarked                  // the same, but only after an error that is marked for it
	MarkFinal                    // marks the error Arg as one after which nothing is tried again; of a type: its literals do
	MarkRetry                    // marks the error Arg as one after which is tried again
	SelectRetry                  // is the option that says what is tried again
	Starts                       // has the receiver run the function Arg, and keep its error
	AwaitsAll                    // returns an error of the functions that the receiver has run
)

// Text: see text.go.
const (
	SameText       Role = iota + 60 // returns the text Arg, as far as who reads it can tell
	LowerText                       // returns the text Arg in lower case
	UpperText                       // returns the text Arg in upper case
	EditText                        // returns the text Arg without parts of it, or with others in their place
	CompareText                     // compares the texts Arg and With
	FoldText                        // compares the texts Arg and With without regard to case
	HasPrefix                       // asks whether the text Arg begins with With
	HasSuffix                       // asks whether the text Arg ends with With
	HasText                         // asks whether the text Arg contains With
	FindText                        // looks for With in the text Arg, and says where or how often it is there
	CompilePattern                  // makes a regular expression of Arg
	MatchPattern                    // asks whether the regular expression With matches the text Arg
	SplitText                       // splits the text Arg where With is
	SplitFields                     // splits the text Arg where space is
	CutText                         // returns what is before and what is behind With in the text Arg
	CutPrefix                       // returns the text Arg without With at its beginning, and whether it was there
	CutSuffix                       // returns the text Arg without With at its end, and whether it was there
	TrimPrefix                      // returns the text Arg without With at its beginning
	TrimSuffix                      // returns the text Arg without With at its end
	Sprint                          // formats its arguments by their kinds
	Sprintln                        // the same, and ends the line
	Sprintf                         // formats its arguments by the format Arg
)

// Lists, maps and other values: see text.go.
const (
	SameValue   Role = iota + 90 // a method that returns its receiver, or a copy with something beside it
	SameList                     // returns the elements of Arg, or some of them
	JoinLists                    // returns the elements of all arguments
	HasElement                   // asks whether With is an element of Arg
	FindElement                  // says where With is among the elements of Arg
	FindBy                       // calls the function With with the elements of Arg
	EqualValues                  // compares Arg and With, and what lies in them
	CopyMap                      // copies the entries of With into Arg
	MapKeys                      // returns the keys of Arg
	MapValues                    // returns the values of Arg
	FirstSet                     // returns the first of its arguments that is not zero
	PointerTo                    // returns a pointer to Arg
	PointedTo                    // returns what Arg points to
	GetEnv                       // returns the environment variable Arg
	FlagText                     // returns a pointer to the text of the flag Arg, which is With if it is not set
	OnceFunc                     // returns a function that calls Arg once
)

// Assertions of tests: see tests.go. Those that take a test count their arguments
// behind it.
const (
	AssertEqual     Role = iota + 110 // compares Arg and With, and what lies in them
	AssertContains                    // asserts that the text, list or map Arg has With
	AssertType                        // asserts that Arg and With are of one type
	AssertErrorText                   // asserts that the text of the error Arg contains With
	AssertErrorIs                     // asserts that the text of the error Arg is With
	AssertMatch                       // asserts that Arg and With match by the checker between them
	Expect                            // asserts that the matcher Arg holds for what its receiver was made of
	MatchEqual                        // a matcher or checker for what is equal to one of its arguments
	MatchText                         // a matcher or checker for text that contains one of its arguments
	MatchPrefix                       // a matcher or checker for text that begins with one of its arguments
	MatchSuffix                       // a matcher or checker for text that ends with one of its arguments
	MatchType                         // a matcher for what is of the type of its argument
	MatchRegexp                       // a matcher or checker for text that the regular expression Arg matches
	MatchError                        // a matcher or checker for errors with the text Arg, or that match it
	MatchErrorAs                      // a checker that does with the argument behind it what ErrorAs does
	MatchErrorIs                      // the same for ErrorIs
	MatchBy                           // a matcher or checker made of those it is given
)

// A Trait is what holds for a function beside its role, or for all functions and
// methods of a package or of a type.
type Trait uint32

const (
	// Steady functions return the same each time for the same receiver and arguments,
	// such as the parameters of a request.
	Steady Trait = 1 << iota
	// Pure functions compute what they return from their arguments alone. As the trait
	// of a package it does not hold for methods.
	Pure
	// ReadsOnly functions write to nothing that they are handed.
	ReadsOnly
	// KeepsNothing functions only read what their arguments lead to, and keep neither
	// that nor a function which they are handed.
	KeepsNothing
	// Writes says that a function is none of those although its package or type is, and
	// changes what it is called on or handed.
	Writes
	// Harmless functions change nothing that the program depends on, and have no other
	// use than their results.
	Harmless
	// Renders says that a function only renders what it is given, or changes text, and
	// decides nothing, as far as it returns text or bytes.
	Renders
	// Logs says that what a function is given is for people: it logs, traces or counts.
	// As the trait of a package it holds for those below it, too.
	Logs
	// Prints says the same of a function that is told where to.
	Prints
	// Counts says that a function counts something for people. As the trait of a package
	// it holds for those below it, too.
	Counts
	// StopsChain says that no handler follows the one that calls this.
	StopsChain
	// NoAnswer says that a function gets what a request is answered by, and does not
	// answer.
	NoAnswer
	// ReadsRequest says that a function finds in a context what the request brought. As
	// the trait of a package it holds for those below it, too.
	ReadsRequest
	// TakesTest says that what asserts in a package takes the test first, as far as it is
	// no method: the arguments count behind that. A name may have an f behind it, for the
	// same with a format for the message.
	TakesTest
	// Negated assertions hold where others like them do not.
	Negated
	// NeverReturns says that a function ends the goroutine or the program, or panics.
	NeverReturns
	// Reorders says that a function changes the order of the elements that it is handed,
	// and nothing else.
	Reorders
	// PassesOn says that a function keeps values of any type and hands them on as they
	// are.
	PassesOn
	// Waits says that a function only waits for others, or has them go on.
	Waits
	// TakesNames says that a text may be the name of a template or of a file.
	TakesNames
	// AsksForOthers says that a function asks whether its first argument is an error of its
	// own package, or one of those that this passes on.
	AsksForOthers

	below = Logs | Counts | ReadsRequest
	reads = ReadsOnly | KeepsNothing
)

// A Kind is what values of a type are for.
type Kind uint16

const (
	// Responder is a type by whose values a request is answered.
	Responder Kind = 1 << iota
	// AnswersErrors is a type of responders whose framework answers for the errors that
	// handlers return.
	AnswersErrors
	// Lasting values stay as they are, whoever gets them, but for methods that write.
	Lasting
	// Final values are errors after which nothing is tried again.
	Final
	// Response is a type whose values are answers, which handlers return.
	Response
	// OwnAnswer is a type whose values hold the answers of the program's own handlers.
	OwnAnswer
	// Handler is a type of functions that handle a request.
	Handler
	// Interceptor is the type of a parameter of gRPC's interceptors.
	Interceptor
	// Message is what queues hand to the functions that work on it. Who returns from such
	// a function answers nobody: the message is taken as done, or comes again.
	Message
	// Cookie is a type of cookies.
	Cookie
	// RunsOn is a type of responders whose framework runs the handlers that follow one,
	// whatever that answers, until it is told to stop.
	RunsOn
	// AnswersAnew is a type of responders whose framework answers for errors even where the
	// handler has answered before it returned one.
	AnswersAnew
)

// Is reports whether k is one of some kinds.
func (k Kind) Is(kinds Kind) bool { return k&kinds != 0 }
