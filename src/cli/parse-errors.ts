import {
  type ArgumentParseError,
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  type UnexpectedPositionalError,
  type UnsatisfiedFlagError,
  type UnsatisfiedPositionalError,
} from '@stricli/core';

/** What is wrong with the words of a command line, so that people can mend it. */
export function explainParseError(error: unknown): string {
  if (!(error instanceof ArgumentScannerError)) return messageOf(error);
  return formatMessageForArgumentScannerError(error, {
    ArgumentParseError: ({ externalFlagNameOrPlaceholder: name, exception }: ArgumentParseError) =>
      `${isFlag(name) ? `--${name}` : name}: ${messageOf(exception)}`,
    UnexpectedPositionalError: ({ input }: UnexpectedPositionalError) =>
      `${JSON.stringify(input)} has no place here. What follows a command is named by a flag, a trail by --trail; --help has them.`,
    UnsatisfiedFlagError: ({ externalFlagName }: UnsatisfiedFlagError) =>
      `--${externalFlagName} is missing, or its value. --help shows an example.`,
    UnsatisfiedPositionalError: ({ placeholder }: UnsatisfiedPositionalError) =>
      `${placeholder} is missing. --help shows an example.`,
  });
}

/** Placeholders are written in capitals. */
const isFlag = (name: string): boolean => /^[a-z-]+$/.test(name);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
