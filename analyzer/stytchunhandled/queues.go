package stytchunhandled

import "github.com/stytchlint/stytchlint/analyzer/internal/library"

// messages are the types of what queues hand to the functions that work on it. Who
// returns from such a function answers nobody: the message is taken as done, or
// comes again.
var messages = map[string]bool{
	"cloud.google.com/go/pubsub.Message":                       true,
	"github.com/IBM/sarama.ConsumerMessage":                    true,
	"github.com/Shopify/sarama.ConsumerMessage":                true,
	"github.com/ThreeDotsLabs/watermill/message.Message":       true,
	"github.com/aws/aws-lambda-go/events.SNSEvent":             true,
	"github.com/aws/aws-lambda-go/events.SQSEvent":             true,
	"github.com/aws/aws-lambda-go/events.SQSMessage":           true,
	"github.com/aws/aws-sdk-go-v2/service/sqs/types.Message":   true,
	"github.com/confluentinc/confluent-kafka-go/kafka.Message": true,
	"github.com/hibiken/asynq.Task":                            true,
	"github.com/nats-io/nats.go.Msg":                           true,
	"github.com/nats-io/nats.go/jetstream.Msg":                 true,
	"github.com/nsqio/go-nsq.Message":                          true,
	"github.com/rabbitmq/amqp091-go.Delivery":                  true,
	"github.com/riverqueue/river.Job":                          true,
	"github.com/segmentio/kafka-go.Message":                    true,
	"github.com/streadway/amqp.Delivery":                       true,
	"github.com/twmb/franz-go/pkg/kgo.Record":                  true,
}

// grpcTypes are those of the parameters of gRPC's interceptors.
var grpcTypes = map[string]bool{
	"google.golang.org/grpc.ServerStream":  true,
	"google.golang.org/grpc.StreamHandler": true,
	"google.golang.org/grpc.UnaryHandler":  true,
}

// takes reports whether the function has a parameter of one of some types.
func (l *leaver) takes(list map[string]bool) bool {
	for p := range l.fn.sig.Params().Variables() {
		if list[library.Type(p.Type())] {
			return true
		}
	}
	return false
}
