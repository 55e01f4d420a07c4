import type { Settings } from "../../shared/settings";
import type { Store } from "../storage";

/** The settings in force, at hand without asking the store; who works by them hears of changes. */
export class LiveSettings {
  private constructor(
    private readonly repository: Store["settings"],
    private readonly onChange: (settings: Settings, before: Settings) => void,
    private inForce: Settings,
  ) {}

  static async open(
    repository: Store["settings"],
    onChange: (settings: Settings, before: Settings) => void,
  ): Promise<LiveSettings> {
    return new LiveSettings(repository, onChange, await repository.read());
  }

  get current(): Settings {
    return this.inForce;
  }

  async update(change: Partial<Settings>): Promise<Settings> {
    const before = this.inForce;
    this.inForce = await this.repository.update(change);
    this.onChange(this.inForce, before);
    return this.inForce;
  }
}
