// Package events has what tests need of the events of AWS Lambda.
package events

type APIGatewayProxyRequest struct {
	QueryStringParameters map[string]string
	Headers               map[string]string
	Body                  string
}

type APIGatewayProxyResponse struct {
	StatusCode int
	Headers    map[string]string
	Body       string
}

type APIGatewayV2HTTPResponse struct {
	StatusCode int
	Body       string
	Cookies    []string
}

type ALBTargetGroupResponse struct {
	StatusCode int
	Body       string
}

type LambdaFunctionURLResponse struct {
	StatusCode int
	Body       string
}

type (
	SNSEvent   struct{}
	SQSEvent   struct{ Records []SQSMessage }
	SQSMessage struct{ Body string }
)
