package dev.parley.cli.command;

import dev.parley.application.Campaigns;
import dev.parley.cli.console.Console;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.CampaignObject;
import dev.parley.cli.store.OpenStore;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.port.NegotiationStore;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the campaigns and what each may still offer. */
@Command(
        name = "campaigns",
        description = "Show each campaign with its agreements, its average and what it may offer next.")
public final class CampaignsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(
            names = "--engagement-rate",
            paramLabel = "R",
            description = "Show what may be offered to an influencer of this engagement in percent, too.")
    private List<EngagementRate> rates = List.of();

    /** A command that prints to a console. */
    public CampaignsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenStore opened = db.open()) {
            NegotiationStore store = opened.store();
            Campaigns campaigns = Desk.on(store, InstantSource.system()).campaigns();
            return Pages.each(campaigns::list, this::print, console);
        }
    }

    private void print(CampaignSnapshot campaign) {
        if (json.wanted()) {
            console.json(CampaignObject.of(campaign, rates));
        } else {
            CampaignText.detail(campaign, rates).forEach(console::line);
        }
    }
}
