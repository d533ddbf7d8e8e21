// That a random test fails is enough here: looking for the smallest example takes longer than a mutant may.
const { configureGlobal, readConfigureGlobal } = require('fast-check');

configureGlobal({ ...readConfigureGlobal(), endOnFailure: true });
