package library

import "go/types"

// LooksLikeLog reports whether a function that is not in view has the form of a
// logger's: it takes any number of values of any type and has no result.
func LooksLikeLog(fn *types.Func) bool {
	sig := fn.Signature()
	return fn.Pkg() != nil && sig.Results().Len() == 0 && takesAnything(sig)
}

// takesAnything reports whether a function takes any number of values of any
// type.
func takesAnything(sig *types.Signature) bool {
	if !sig.Variadic() {
		return false
	}
	last, ok := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
	if !ok {
		return false
	}
	i, ok := types.Unalias(last.Elem()).Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0
}

// LooksLikeCount reports whether a method that is not in view has the form of those
// that count something.
func LooksLikeCount(fn *types.Func) bool {
	sig := fn.Signature()
	if sig.Recv() == nil || fn.Pkg() == nil || fn.Pkg().Path() == "sync" || sig.Results().Len() > 0 {
		return false
	}
	switch fn.Name() {
	case "Inc", "Incr", "Increment":
		return sig.Params().Len() == 0
	case "Add", "Observe":
		if sig.Params().Len() != 1 {
			return false
		}
		b, ok := sig.Params().At(0).Type().Underlying().(*types.Basic)
		return ok && b.Info()&types.IsNumeric != 0
	}
	return false
}

// ErrorType is error.
var ErrorType = types.Universe.Lookup("error").Type()

var errorInterface = ErrorType.Underlying().(*types.Interface)

// IsError reports whether t is error.
func IsError(t types.Type) bool { return types.Identical(t, ErrorType) }

// IsErrorInterface reports whether t is error or an interface that extends it.
func IsErrorInterface(t types.Type) bool {
	if t == nil || !types.IsInterface(t) {
		return false
	}
	_, isParam := types.Unalias(t).(*types.TypeParam)
	return !isParam && IsErrorValue(t)
}

// ReturnsError reports whether the last result of a function is an error.
func ReturnsError(sig *types.Signature) bool {
	n := sig.Results().Len()
	return n > 0 && IsError(sig.Results().At(n-1).Type())
}

// TakesError reports whether a function is handed an error.
func TakesError(sig *types.Signature) bool {
	for param := range sig.Params().Variables() {
		if IsError(param.Type()) {
			return true
		}
	}
	return false
}

// IsErrorValue reports whether t is error or implements it.
func IsErrorValue(t types.Type) bool {
	return t != nil && t != types.Typ[types.Invalid] && t != types.Typ[types.UntypedNil] && types.Implements(t, errorInterface)
}

// IsContext reports whether t is the type of contexts.
func IsContext(t types.Type) bool {
	name := TypeName(t)
	return name != nil && name.Name() == "Context" && name.Pkg() != nil && name.Pkg().Path() == "context"
}

// AnswersRequest reports whether a function is handed what a request is answered by.
func AnswersRequest(sig *types.Signature) bool {
	for param := range sig.Params().Variables() {
		if KindOf(param.Type()).Is(Responder) {
			return true
		}
	}
	return false
}

// TakesRequest reports whether a function is handed a request of HTTP, or what that is
// answered by.
func TakesRequest(sig *types.Signature) bool {
	for param := range sig.Params().Variables() {
		if Type(param.Type()) == "net/http.Request" {
			return true
		}
	}
	return AnswersRequest(sig)
}

// OnlyTells reports whether a function that is not in view only tells people, or renders
// what it is handed.
func OnlyTells(fn *types.Func) bool {
	return Of(fn).Is(Logs|Prints|Counts|Renders) || LooksLikeLog(fn)
}
