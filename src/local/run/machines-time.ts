/**
 * For a client that lives in this machine's time and not in the world's, which may be far ahead: it would take its own clock for wrong, and send
 * again whatever is refused. As `disableClockSkewCorrection`.
 */
export const livesInMachinesTime = async (): Promise<boolean> => true;
