/** An answer, before it is sent. */
export interface Reply {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: Buffer;
}

export function json(status: number, value: unknown): Reply {
  return {
    status,
    contentType: "application/json;charset=utf-8",
    body: Buffer.from(JSON.stringify(value)),
  };
}

export function sound(wave: Buffer): Reply {
  return { status: 200, contentType: "audio/x-wav", body: wave };
}

export function noContent(): Reply {
  return { status: 204, contentType: null, body: Buffer.alloc(0) };
}

/** A refusal as Twilio words it. */
export function refusal(status: number, code: number, message: string): Reply {
  return json(status, {
    code,
    message,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  });
}

export function notFound(path: string): Reply {
  return refusal(404, 20404, `The requested resource ${path} was not found`);
}
