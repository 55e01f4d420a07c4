import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import path from "node:path";
import { chanceFrom } from "../../../src/main/practice-line/chance";
import { practiceClock } from "../../../src/main/practice-line/clock";
import type { PracticeCall } from "../../../src/main/practice-line/call";
import { Journal } from "../../../src/main/practice-line/journal";
import { createPracticeServer, type PracticeServer } from "../../../src/main/practice-line/server";
import type { ClockRate } from "../../../src/main/system-clock";
import type { Instant } from "../../../src/shared/instant";
import { pass } from "../world";
import {
  LOST_IN_A_STALL,
  orderCourse,
  questionCourse,
  STORM,
  type Answer,
  type Course,
} from "./course";
import { Lists, type ListFlaws } from "./lists";
import { bodyOf, carryOut, send, type Reply } from "./reply";
import { Stalls } from "./stalls";

export const ACCOUNT_SID = `AC${"5".repeat(32)}`;
export const AUTH_TOKEN = "soak";

/** Short calls, as many kinds as there are. */
const MIX = {
  conversation: 8,
  hung_up_immediately: 14,
  machine: 8,
  no_answer: 26,
  busy: 22,
  network_error: 10,
  declined: 6,
  invalid_number: 6,
};

/** A request to place a call, as the carrier saw it. */
export interface Order {
  /** The attempt that it is for, as its instructions say. */
  readonly attemptId: number;
  readonly receivedAt: number;
  readonly course: string;
  /** The call that came of it. */
  sid: string | null;
  /** Whether the one who asked was told of the call. */
  told: boolean;
}

export type Moment =
  /** A request to place a call is here; nothing is done yet. */
  | "order received"
  /** The call exists; nobody knows. */
  | "order carried out"
  /** It was told; whether it was understood, nobody knows. */
  | "order answered"
  /** A lost call is being looked for. */
  | "search received";

export interface CarrierOptions {
  readonly seed: string;
  readonly folder: string;
  readonly rate: ClockRate;
  readonly onMoment?: (moment: Moment, order: Order | null) => void;
  /** Left out: whatever may happen, by chance. */
  readonly courseOf?: (request: RequestToMeet) => Course;
  /** Left out: those of a bad day. */
  readonly listFlaws?: ListFlaws;
}

export interface RequestToMeet {
  /** Whether it is to place a call. */
  readonly isOrder: boolean;
  /** 1 for the first of its kind. */
  readonly number: number;
  readonly at: Instant;
}

/** Share of the time in which every request is refused, and how long that lasts, in seconds. */
const STORM_EVERY = 240;
const STORM_LENGTH = 8;

/**
 * The practice line behind a bad connection. It lives in the process that kills the application,
 * so that calls go on and requests arrive after their sender's end.
 */
export class FaultyCarrier {
  readonly orders: Order[] = [];
  readonly courses = new Map<string, number>();
  requests = 0;
  readonly lists: Lists;
  readonly stalls = new Stalls();
  private readonly clock: { now(): number };
  private server: PracticeServer | null = null;

  constructor(private readonly options: CarrierOptions) {
    this.clock = practiceClock(options.rate);
    this.lists = new Lists(options.seed, () => this.clock.now(), options.listFlaws);
  }

  async open(): Promise<string> {
    const { folder, seed } = this.options;
    this.server = await createPracticeServer(
      {
        accountSid: ACCOUNT_SID,
        authToken: AUTH_TOKEN,
        folder,
        resources: path.resolve("resources/practice"),
        mix: MIX,
        clock: this.clock,
        seed,
      },
      (listener) => (request, response) => {
        this.serve(listener, request, response).catch(() => response.socket?.destroy());
      },
    );
    return this.server.url;
  }

  now(): number {
    return this.clock.now();
  }

  /** Every call that there ever was, from the carrier's own journal, in the order of creation. */
  calls(): PracticeCall[] {
    const calls = new Map<string, PracticeCall>();
    for (const entry of new Journal(this.options.folder).read()) {
      if (entry.kind === "call") calls.set(entry.call.sid, entry.call);
    }
    return [...calls.values()].sort((a, b) => a.createdAt - b.createdAt);
  }

  async close(): Promise<void> {
    this.stalls.close();
    await this.server?.close();
  }

  private async serve(
    listener: RequestListener,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const doubtful = this.stalls.doubtful;
    const body = await bodyOf(request);
    const url = request.url ?? "";
    const isOrder = request.method === "POST" && url.endsWith("/Calls.json");
    const course = this.courseOf(isOrder, doubtful);
    const order = isOrder ? this.orderOf(body, course) : null;
    if (order) this.options.onMoment?.("order received", order);
    else if (/[?&]To=/.test(url)) this.options.onMoment?.("search received", null);

    const carriedOut = this.carriedOut(listener, request, body, course, order);
    await pass(course.answeredAfter);
    const reply = needsReply(course.answer) ? await carriedOut : null;
    if (order && course.answer.kind === "true" && course.answeredAfter < 30) order.told = true;
    send(response, course.answer, reply, new Date(this.now()));
    if (order) this.options.onMoment?.("order answered", order);
  }

  private courseOf(isOrder: boolean, doubtful: boolean): Course {
    this.requests += 1;
    if (this.options.courseOf) {
      const number = isOrder ? this.orders.length + 1 : this.requests - this.orders.length;
      return this.options.courseOf({ isOrder, number, at: this.now() });
    }
    const chance = chanceFrom(`${this.options.seed} request ${this.requests}`);
    const inStorm = (this.now() / 1_000) % STORM_EVERY < STORM_LENGTH;
    const drawn = isOrder ? orderCourse(chance) : questionCourse(chance);
    const course = doubtful && isOrder ? LOST_IN_A_STALL : inStorm ? STORM : drawn;
    const name = `${isOrder ? "order" : "question"}: ${course.name}`;
    this.courses.set(name, (this.courses.get(name) ?? 0) + 1);
    return course;
  }

  private orderOf(body: Buffer, course: Course): Order {
    const twiml = new URLSearchParams(body.toString()).get("Twiml") ?? "";
    const attemptId = Number(/<!--\s*attempt (\d+)\s*-->/.exec(twiml)?.[1]);
    const order = {
      attemptId,
      receivedAt: this.now(),
      course: course.name,
      sid: null,
      told: false,
    };
    this.orders.push(order);
    return order;
  }

  private async carriedOut(
    listener: RequestListener,
    request: IncomingMessage,
    body: Buffer,
    course: Course,
    order: Order | null,
  ): Promise<Reply | null> {
    if (course.carriedOutAfter === null) return null;
    if (course.carriedOutAfter > 0) await pass(course.carriedOutAfter);
    const url = this.lists.urlOf(request.url ?? "");
    const reply = await carryOut(listener, request, url, body);
    if (order) {
      this.keep(order, reply);
      this.options.onMoment?.("order carried out", order);
      return reply;
    }
    return this.asShown(url, reply);
  }

  private keep(order: Order, reply: Reply): void {
    if (reply.status !== 201) return;
    const { sid } = JSON.parse(reply.body.toString()) as { sid: string };
    order.sid = sid;
    this.lists.placed(sid);
  }

  /** Lists and single calls as this carrier shows them. */
  private asShown(url: string, reply: Reply): Reply {
    if (url.includes("/Calls.json?")) return this.lists.page(url, reply);
    const sid = /\/Calls\/(CA\w{32})\.json$/.exec(url)?.[1];
    if (sid === undefined || !this.lists.isHidden(sid)) return reply;
    const body = Buffer.from(JSON.stringify({ code: 20404, message: "Not found", status: 404 }));
    return { status: 404, headers: { "content-type": "application/json" }, body };
  }
}

const needsReply = (answer: Answer) =>
  answer.kind === "true" ||
  answer.kind === "unreadable" ||
  (answer.kind === "broken-off" && answer.part > 0);
