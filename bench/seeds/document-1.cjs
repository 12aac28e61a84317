// A port of the function in the first document this project was asked from, which is in Python: it restarts the one trail whose ARN
// it was given. Its rule also has a topic as a target, which mails the raw event.
const { CloudTrailClient, StartLoggingCommand } = require('@aws-sdk/client-cloudtrail');

exports.handler = async ({ detail }) => {
  const Name = process.env.TRAIL_ARN;
  if (detail.eventName === 'StopLogging' && detail.requestParameters.name === Name) {
    await new CloudTrailClient().send(new StartLoggingCommand({ Name }));
  }
};
