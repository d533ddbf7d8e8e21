"""What the client that is not ours must know to get past the door: every write has a key of its own.

Without it each write would be answered with "the key is missing" and nothing behind it would ever be asked. One write in
ten keeps whatever was generated, so that bad keys are asked too.
"""

import random
import uuid

import schemathesis


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.method.upper() == "GET" or random.random() < 0.1:
        return
    headers = case.headers if case.headers is not None else {}
    headers["Idempotency-Key"] = str(uuid.uuid4())
    headers.pop("if-match", None)
    case.headers = headers
