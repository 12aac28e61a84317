/** How an incident is, in a word. The ledger calls a trail `dark` that is impaired in any way; it may only record less. */
export const stateWord = (state: string): string => (state === 'dark' ? 'impaired' : state);
