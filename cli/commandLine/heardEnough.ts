// A reader that has heard enough (`| head`) is no fault of ours: the command ends in peace.

export const endWhenHeardEnough = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
};
