// A reason not to start that is written for the person at the keyboard: it is shown as it stands, without a
// stack. Anything else that is thrown is a fault of ours and shown with one.
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}
