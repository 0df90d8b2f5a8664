package library

// queuePackages hand messages to those who work on them.
var queuePackages = []pkg{
	{path: "cloud.google.com/go/pubsub", types: []typ{{name: "Message", kind: Message}}},
	{path: "github.com/IBM/sarama", types: []typ{{name: "ConsumerMessage", kind: Message}}},
	{path: "github.com/Shopify/sarama", types: []typ{{name: "ConsumerMessage", kind: Message}}},
	{path: "github.com/ThreeDotsLabs/watermill/message", types: []typ{{name: "Message", kind: Message}}},
	{path: "github.com/aws/aws-lambda-go/events", types: []typ{
		{name: "ALBTargetGroupResponse", kind: Response},
		{name: "APIGatewayProxyResponse", kind: Response},
		{name: "APIGatewayV2HTTPResponse", kind: Response},
		{name: "LambdaFunctionURLResponse", kind: Response},
		{name: "SNSEvent", kind: Message},
		{name: "SQSEvent", kind: Message},
		{name: "SQSMessage", kind: Message},
	}},
	{path: "github.com/aws/aws-sdk-go-v2/service/sqs/types", types: []typ{{name: "Message", kind: Message}}},
	{path: "github.com/confluentinc/confluent-kafka-go/kafka", types: []typ{{name: "Message", kind: Message}}},
	{path: "github.com/hibiken/asynq", types: []typ{{name: "Task", kind: Message}}},
	{path: "github.com/nats-io/nats.go", types: []typ{{name: "Msg", kind: Message}}},
	{path: "github.com/nats-io/nats.go/jetstream", types: []typ{{name: "Msg", kind: Message}}},
	{path: "github.com/nsqio/go-nsq", types: []typ{{name: "Message", kind: Message}}},
	{path: "github.com/rabbitmq/amqp091-go", types: []typ{{name: "Delivery", kind: Message}}},
	{path: "github.com/riverqueue/river", types: []typ{{name: "Job", kind: Message}}},
	{path: "github.com/segmentio/kafka-go", types: []typ{{name: "Message", kind: Message}}},
	{path: "github.com/streadway/amqp", types: []typ{{name: "Delivery", kind: Message}}},
	{path: "github.com/twmb/franz-go/pkg/kgo", types: []typ{{name: "Record", kind: Message}}},
}
