// A race that is played: acts, accepted or refused, time that passes with and without anybody to wake, mail servers that
// answer, and a process that dies or carries the state over. What must hold all the while is `watch.ts` and `promises.ts`.

import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../../../domain/calendar/instant';
import type { CommandBody } from '../../../../domain/rapidReview/commands';
import { decide } from '../../../../domain/rapidReview/decide';
import { fold } from '../../../../domain/rapidReview/evolve';
import type { MailReport } from '../../../../domain/rapidReview/mailReport';
import { upgraded } from '../../../../domain/rapidReview/state';
import { Story, type Who } from '../story';
import { COORDINATOR } from './agenciesOfTown';
import { demand } from './demand';
import { MailsOnTheWay } from './mailsOnTheWay';

const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export class Play extends Story {
  /** What the mail servers have answered, told again and again. */
  private readonly answers: MailReport[] = [];
  readonly mails = new MailsOnTheWay();
  /** Nobody woke since the last step: what was due meanwhile comes late. */
  outage = false;

  /** Whether it was accepted. What is refused must change nothing. */
  tried(body: CommandBody, who: Who = COORDINATOR): boolean {
    const command = this.by(who).command(body);
    const before = copied(this.state);
    const decision = decide(this.state, command, this.calendar, this.now, this.givenWith(body));
    demand('deciding changes nothing', isDeepStrictEqual(this.state, before), body);
    if (!decision.ok) return false;
    this.accept(decision.events);
    return true;
  }

  until(moment: number): this {
    return moment > this.now ? this.at(Story.say(moment as Instant)) : this;
  }

  /** Nobody is there for so long. */
  awayFor(milliseconds: number): this {
    this.outage = true;
    return this.outageUntil(Story.say((this.now + milliseconds) as Instant));
  }

  /** Mail that has not been answered yet, newest first. */
  get unanswered(): readonly Story['notices'][number][] {
    const answered = new Set(this.answers.map(({ key }) => key));
    return this.notices.filter(({ key }) => !answered.has(key)).reverse();
  }

  /** The mail is put into words and handed to the mail server, which takes its time. */
  handedOver(notice: Story['notices'][number]): this {
    this.mails.handOver(notice, this, this.now);
    return this;
  }

  /** The mail server answers for that mail; with `late`, of a moment before now. `byOthers`: all but the first of an agency refuse it. */
  answered(
    notice: Story['notices'][number],
    outcome: 'accepted' | 'refused' | 'lapsed',
    late = 0,
    byOthers = false,
  ): this {
    const { key, to } = notice;
    const contacts = to.role === 'agency' ? to.contacts : [];
    const others = outcome === 'accepted' && byOthers ? contacts.slice(1) : [];
    const words = this.mails.handOver(notice, this, (this.now - late) as Instant);
    if (outcome === 'accepted') this.mails.arrive(notice, words);
    this.answers.push({
      key,
      to,
      outcome,
      refused: outcome === 'refused' ? contacts : others,
      ...(outcome === 'accepted' ? { acceptedAt: words.at } : {}),
      ...(outcome === 'accepted' && words.told !== undefined ? { told: words.told } : {}),
    });
    return this.heardAgain();
  }

  /** The ledger tells every answer anew: what was heard before says nothing new. */
  heardAgain(): this {
    const { length } = this.events;
    this.hear(...this.answers);
    const tellings = this.events.filter((event) => event.kind === 'MailToldOtherDates');
    for (const { number, body } of tellings.filter((event) => event.number > length)) {
      const again = tellings.some((one) => one.number < number && one.body.notice === body.notice);
      demand('R9: what a mail told is heard once', !again, body);
    }
    return this;
  }

  /** The process dies, and another one folds the records. */
  restarted(): this {
    this.state = fold(copied(this.events));
    return this;
  }

  /** The workflow goes on under a new run, with the state it carried over. */
  carriedOver(): this {
    this.state = upgraded(copied(this.state));
    return this;
  }
}
