package cash.tuppence.app.config;

/** A setting's text and the layer that it came from. */
record Value(String text, Layer layer) {}
