// How many calls a stack trace names within workflows. The SDK takes one for each promise that is made there, should somebody ask where a
// workflow waits, and looks each of its calls up in the source map: a quarter of what a worker has to do (docs/adr/0022). It stands
// before all else in `index.ts`: once the modules are loaded, the SDK freezes `Error`.

/** The place of a mistake, and who asked for it twice over. */
Error.stackTraceLimit = 3;
