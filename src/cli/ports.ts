/** Where `local` listens and `local attack` looks unless told otherwise. */
export const DEFAULT_PORT = 4580;
