package dev.parley.cli.batch;

import dev.parley.documents.JsonText;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** Valid requests of every operation about few things, so that they meet. */
final class FuzzRequests {
    /** What a world begins with, so that there is something to be talked about. */
    static final List<String> BEGINNING = List.of(
            "{\"op\":\"campaign\",\"campaign\":" + Conversation.CAMPAIGN + "}",
            opened("n-1"),
            opened("n-2"),
            opened("n-3"),
            agreed("n-3", "20.50"),
            "{\"op\":\"delete\",\"negotiation_id\":\"n-3\"}",
            opened("n-3"));

    private static final List<String> TEMPLATES = List.of(
            "{'id':1,'op':'campaign','campaign':" + Conversation.CAMPAIGN.replace('"', '\'') + "}",
            "{'id':'é','op':'open','negotiation_id':'@n','campaign_id':'c-1','context':{'a':{'$decimal':'1.50'},'$$b':[1,null,true]}}",
            "{'id':3,'op':'open','negotiation_id':'@n','campaign_id':'c-1','context':{},'thread_id':'@t'}",
            "{'id':4,'op':'advance','negotiation_id':'@n','events':['send_offer'],'key':'@k','owes':"
                    + "[{'message_id':'@m','content':{'to':'jane','cpm':{'$decimal':'20.00'}}}],'reply_due_at':'2026-03-01T11:00:00Z'}",
            "{'id':5,'op':'advance','negotiation_id':'@n','events':['receive_reply','send_counter'],'handles':"
                    + "[{'message_id':'@r','received_at':'2026-03-01T09:00:00Z','content':{'text':'30!'}}],'owes':"
                    + "[{'message_id':'@m','content':{}}],'context':{'x':1,'y':{'z':[]}},'remove':['a','$$b'],'cause':'🎥'}",
            "{'id':6,'op':'advance','negotiation_id':'@n','events':['receive_reply','accept'],"
                    + "'agreement':{'cpm':'2@c.50','engagement_rate':5.5,'impressions':2000}}",
            "{'id':7,'op':'pause','negotiation_id':'@n','cause':'on holiday'}",
            "{'id':8,'op':'resume','negotiation_id':'@n','revision':4}",
            "{'id':9,'op':'stop','negotiation_id':'@n'}",
            "{'id':10,'op':'await_reply','negotiation_id':'@n','reply_due_at':'2026-03-01T12:00:00+02:00'}",
            "{'id':11,'op':'await_reply','negotiation_id':'@n','reply_due_at':null}",
            "{'id':12,'op':'expire'}",
            "{'id':13,'op':'expire','now':'2026-03-01T11:00:00Z'}",
            "{'id':14,'op':'bind','negotiation_id':'@n','thread_id':'@t'}",
            "{'id':15,'op':'find','negotiation_id':'@n'}",
            "{'id':16,'op':'find','negotiation_id':'@n','key':'@k'}",
            "{'id':17,'op':'find','thread_id':'@t'}",
            "{'id':18,'op':'find','message_id':'@m'}",
            "{'id':19,'op':'find','quarantined':1}",
            "{'id':20,'op':'find','campaign_id':'c-1','engagement_rates':['3.5',6]}",
            "{'id':21,'op':'list','state':'all','limit':2,'after':1}",
            "{'id':22,'op':'list'}",
            "{'id':23,'op':'delete','negotiation_id':'@n','revision':2}",
            "{'id':23,'op':'delete','negotiation_id':'@n'}",
            "{'id':24,'op':'recover'}",
            "{'id':25,'op':'claim','lease_seconds':30}",
            "{'id':26,'op':'sent','message_id':'@m','claimed':@d,'provider_message_id':'p-1','thread_id':'@t'}",
            "{'id':27,'op':'sent','message_id':'@m'}",
            "{'id':28,'op':'deferred','message_id':'@m','claimed':@d,'due_at':'2026-03-01T10:00:00Z','problem':'busy'}",
            "{'id':29,'op':'failed','message_id':'@m','claimed':@d,'problem':'no such address'}",
            "{'id':30,'op':'unconfirmed','message_id':'@m','ask_at':'2026-03-01T10:30:00Z','problem':'timed out'}",
            "{'id':31,'op':'deliveries','state':'open','limit':3}",
            "{'id':32,'op':'deliveries','negotiation_id':'@n','state':'all'}",
            "{'id':33,'op':'retry','message_id':'@m'}",
            "{'id':34,'op':'give_up','message_id':'@m'}",
            "{'id':35,'op':'quarantine','limit':5}",
            "{'id':36,'op':'release','number':1}",
            "{'id':37,'op':'release','number':1,'raw':@w}",
            "{'id':38,'op':'forget_handled','ended_before':'2026-03-01T10:05:00Z'}");

    private static final Pattern HOLE = Pattern.compile("@[a-z]");
    private static final Map<String, Integer> NAMES = Map.of("@n", 4, "@t", 3, "@m", 6, "@r", 3, "@k", 3);

    private final SplittableRandom random;
    private String delivery = "null";
    private String raw = "null";

    FuzzRequests(SplittableRandom random) {
        this.random = random;
    }

    /** A request that may well be done. */
    String next() {
        String template = TEMPLATES.get(random.nextInt(TEMPLATES.size())).replace('\'', '"');
        return HOLE.matcher(template)
                .replaceAll(hole -> filled(hole.group()).replace("\\", "\\\\").replace("$", "\\$"));
    }

    /** Lets later reports be about what was claimed. */
    void claimed(Map<String, ?> claimed) {
        delivery = JsonText.write(claimed);
    }

    /** Lets later releases bring back what was exported. */
    void exported(String export) {
        raw = JsonText.write(export);
    }

    private static String opened(String id) {
        return "{\"op\":\"open\",\"negotiation_id\":\"" + id + "\",\"campaign_id\":\"c-1\",\"context\":{}}";
    }

    private static String agreed(String id, String cpm) {
        return "{\"op\":\"advance\",\"negotiation_id\":\"" + id + "\",\"events\":[\"send_offer\",\"receive_reply\","
                + "\"accept\"],\"agreement\":{\"cpm\":\"" + cpm + "\"}}";
    }

    private String filled(String hole) {
        return switch (hole) {
            case "@d" -> delivery;
            case "@w" -> raw;
            case "@c" -> String.valueOf(random.nextInt(3));
            default -> hole.substring(1) + "-" + random.nextInt(1, NAMES.get(hole) + 1);
        };
    }
}
