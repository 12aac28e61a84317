/** A handler that does nothing, as a zip file without compression. */
export const NOTHING = Buffer.from(
  'UEsDBBQAAAAAAAAAIQCehn+CIgAAACIAAAAIAAAAaW5kZXguanNleHBvcnRzLmhhbmRsZXIgPSBhc3luYyAoKSA9PiB7fTsKUEsBAhQDFAAAAAAAAAAhAJ6Gf4IiAAAAIgAAAAgAAAAAAAAAAAAAAKQBAAAAAGluZGV4LmpzUEsFBgAAAAABAAEANgAAAEgAAAAAAA==',
  'base64',
);
