package dev.parley.persistence.rows.mapping;

import dev.parley.domain.port.RecordedStep;
import dev.parley.persistence.rows.StepRow;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Between what came of a named step and its row. */
@Mapper(config = MappingRules.class)
public interface StepMapper {
    /** The row of a step. */
    @Mapping(target = "idempotencyKey", source = "step.key")
    @Mapping(target = "fingerprint", source = "step.fingerprint")
    StepRow toRow(RecordedStep step);

    /** The step of a row. */
    @Mapping(target = "step.key", source = "idempotencyKey")
    @Mapping(target = "step.fingerprint", source = "fingerprint")
    RecordedStep toStep(StepRow row);
}
