// Written after the fifth document, which describes a stack and gives no code: calls that stop, delete or change a trail make a function
// start its logging again, and a mail goes out. Its second way in, a Security Hub finding, ends in the same call.
const { CloudTrailClient, StartLoggingCommand } = require('@aws-sdk/client-cloudtrail');
const { PublishCommand, SNSClient } = require('@aws-sdk/client-sns');

exports.handler = async ({ detail }) => {
  const { eventName, requestParameters } = detail;
  const Name = requestParameters?.name;
  const started = await new CloudTrailClient().send(new StartLoggingCommand({ Name })).then(
    () => 'logging was enabled again',
    (error) => `logging could not be enabled again: ${error.name}`,
  );
  await new SNSClient().send(
    new PublishCommand({
      TopicArn: process.env.TOPIC_ARN,
      Subject: `CloudTrail: ${eventName}`,
      Message: `${eventName} on ${Name}; ${started}`,
    }),
  );
};
